"""Pages with what is drawn for them."""

from dataclasses import replace

from claimbook.pages.charts import ChartView
from claimbook.pages.maps import MapView
from claimbook.pages.page import Page


def illustrated(page: Page, map_view: MapView, chart: ChartView | None = None) -> Page:
    """A page with the map that stands on it, and the chart if there is one."""
    charts: dict[str, str] = {chart.placeholder: chart.svg} if chart else {}
    return replace(page, maps={map_view.placeholder: map_view.svg}, charts=charts)
