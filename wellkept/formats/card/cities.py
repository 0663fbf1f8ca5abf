"""Large towns behind a postcode whose digits alone do not tell the country: '1070 Wien', '8001 Zürich'."""

from __future__ import annotations

import re

from wellkept.formats.names import fold

_TOWNS = {
    "AT": "wien vienna graz linz salzburg innsbruck klagenfurt villach wels dornbirn bregenz eisenstadt steyr leoben",
    "CH": "zurich zuerich geneve genf geneva basel bern berne lausanne luzern winterthur lugano chur zug thun biel fribourg neuchatel schaffhausen",
    "DE": "berlin hamburg munchen muenchen munich koln koeln cologne frankfurt stuttgart dusseldorf duesseldorf leipzig dortmund essen bremen dresden"
    " hannover nurnberg nuernberg duisburg bochum wuppertal bielefeld bonn munster muenster karlsruhe mannheim augsburg wiesbaden aachen kiel lubeck"
    " erfurt mainz rostock kassel potsdam saarbrucken freiburg heidelberg ulm regensburg darmstadt wurzburg",
    "FR": "paris marseille lyon toulouse nice nantes strasbourg montpellier bordeaux lille rennes reims grenoble dijon angers nancy metz rouen orleans",
    "IT": "roma rome milano milan napoli torino turin palermo genova bologna firenze florence bari venezia verona padova trieste brescia parma modena bolzano",
    "ES": "madrid barcelona valencia sevilla zaragoza malaga murcia palma bilbao alicante cordoba valladolid vigo granada vitoria donostia pamplona",
    "BE": "bruxelles brussel brussels antwerpen anvers gent gand leuven liege brugge namur mechelen hasselt",
    "SE": "stockholm goteborg malmo uppsala vasteras orebro linkoping helsingborg norrkoping lund umea",
    "NO": "oslo bergen trondheim stavanger kristiansand drammen tromso",
    "DK": "kobenhavn copenhagen aarhus arhus odense aalborg",
    "FI": "helsinki espoo tampere vantaa turku oulu jyvaskyla",
    "CZ": "praha prague brno ostrava plzen liberec olomouc",
    "HU": "budapest debrecen szeged miskolc pecs gyor",
}  # fmt: skip
_REGION = {town: region for region, towns in _TOWNS.items() for town in towns.split()}
_BEHIND_POSTCODE = re.compile(r"(?<!\d)(\d{3} \d{2}|\d{4,5}),? +([^\W\d_]+)")
_LONG = frozenset({"DE", "FR", "IT", "ES", "FI", "SE", "CZ"})  # whose postcodes have five digits


def region_of_town(text: str) -> str:
    """The region of a town behind a postcode as long as those there; '' for none that we know."""
    for code, town in _BEHIND_POSTCODE.findall(fold(text)):
        region = _REGION.get(town, "")
        if region and (len(code.replace(" ", "")) == 5) == (region in _LONG):
            return region
    return ""
