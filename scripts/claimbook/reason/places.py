"""Which places lie in which: subdivisions in countries, countries in regions (ISO 3166, UN M49)."""

from collections.abc import Collection, Iterable
from functools import cache
from itertools import chain
from typing import Final

_TABLE: Final = """
001 002 009 019 142 150
002 011 014 015 017 018
202 011 014 017 018
009 053 054 057 061
019 003 419
003 013 021 029
419 005 013 029
142 030 034 035 143 145
150 039 151 154 155
005 AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE
011 BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG
013 BZ CR GT HN MX NI PA SV
014 BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW
015 DZ EG EH LY MA SD TN
017 AO CD CF CG CM GA GQ ST TD
018 BW LS NA SZ ZA
021 BM CA GL PM US
029 AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI
030 CN HK JP KP KR MN MO TW
034 AF BD BT IN IR LK MV NP PK
035 BN ID KH LA MM MY PH SG TH TL VN
039 AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK
053 AU CC CX HM NF NZ
054 FJ NC PG SB VU
057 FM GU KI MH MP NR PW UM
061 AS CK NU PF PN TK TO TV WF WS
143 KG KZ TJ TM UZ
145 AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE
151 BG BY CZ HU MD PL RO RU SK UA
154 AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ
155 AT BE CH DE FR LI LU MC NL
EU AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
"""
"""Regions and what they contain: UN M49 as in Unicode CLDR 48, and the European Union of 2026."""

WORLD: Final = "001"
_REMOTE: Final = frozenset({"AQ"})  # in no region of UN M49

_REGIONS: Final = {code: parts for code, *parts in map(str.split, _TABLE.strip().splitlines())}


def is_known(code: str) -> bool:
    """Whether a code is a region or country, or a part of a country that is one."""
    country, _, _ = code.partition("-")
    return country in _REGIONS or country in parts(WORLD) or country in _REMOTE


def uncovered(wanted: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """The places of `wanted` that do not lie wholly within the places of `known` together."""
    covered = frozenset(chain.from_iterable(map(parts, known)))
    return tuple(code for code in wanted if not all(_lies_in(p, covered) for p in parts(code)))


@cache
def parts(code: str) -> frozenset[str]:
    """The countries in a region; a country or subdivision is its own only part."""
    if code not in _REGIONS:
        return frozenset({code})
    return frozenset(chain.from_iterable(map(parts, _REGIONS[code])))


def _lies_in(code: str, covered: Collection[str]) -> bool:
    country, _, _ = code.partition("-")
    return code in covered or country in covered
