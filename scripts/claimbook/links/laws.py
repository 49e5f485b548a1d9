"""What is demanded of addresses, of what is on record, and of a built site."""

from collections.abc import Mapping
from typing import Final

LAWS: Final[Mapping[str, str]] = {
    "broken-fragment": "Every link to a place in a page of the site finds that place.",
    "broken-link": "Every link inside the site leads to a page.",
    "damaged-debt": "Every history of debt that is kept can be read.",
    "damaged-links": "Every result of a link check that is kept can be read.",
    "empty-site": "Every site that is checked has a page.",
    "link-broken": "Every address leads to what it names, or to an archived copy.",
    "link-moved": "Every address is the one at which its page stands now.",
    "link-suspect": "Every address answers with the page that was meant.",
    "links-too-old": "Every address was asked within the time allowed.",
    "third-party-resource": "Every page loads its pictures, styles and scripts from its own site.",
    "words-differ": "Every quotation stands at its source as it is quoted.",
    "words-missing": "Every quotation can be found at its source.",
}
