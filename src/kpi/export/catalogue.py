"""The open data as a catalogue in RDF/XML, by the Swedish profile DCAT-AP-SE, for the national data portal to harvest.

The profile: https://docs.dataportal.se/dcat/sv/. No node is blank and every address is absolute, as harvesting asks.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit

import pandas as pd
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD, Namespace

from kpi.errors import wrong
from kpi.export.formats import FileFormat
from kpi.export.open_data import Dataset, datasets
from kpi.export.open_files import CATALOGUE, PREFIX, address
from kpi.settings import settings
from kpi.store import Store
from kpi.store import plans as plan_store
from kpi.store.connection import utc_now
from kpi.store.deliveries import spanned
from kpi.words import say

LICENCE_OF_CATALOGUE = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
"""Of the descriptions, as the portal asks; the data has its own."""
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_EU = "http://publications.europa.eu/resource/authority/"
_REGIONAL = URIRef("http://purl.org/adms/publishertype/RegionalAuthority")
_MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class _Described:
    graph: Graph
    base: str
    first: datetime
    latest: datetime

    def node(self, name: str, *parts: str) -> URIRef:
        """A thing described in the catalogue itself."""
        marked = "-".join([name, *(quote(part, safe="") for part in parts if part)])
        return URIRef(f"{self.base}{PREFIX}{CATALOGUE}#{marked}")

    def dates(self, subject: URIRef) -> None:
        for name, moment in ((DCTERMS.issued, self.first), (DCTERMS.modified, self.latest)):
            self.graph.add((subject, name, Literal(moment.date().isoformat(), datatype=XSD.date)))


def catalogue(store: Store, base: str) -> bytes:
    """RDF/XML. base: where the app answers, as in "https://mal.region.se". Raises `UserError` for no such address,
    or when no plan says whose data it is."""
    first, latest = spanned(store) or (utc_now(), utc_now())
    told = _Described(Graph(), _address(base), first, latest)
    told.graph.bind("dcterms", DCTERMS)
    plans, units = plan_store.plans(store), plan_store.units(store)
    if plans.empty:
        raise wrong("no-plan")
    agents = {code: _agent(told, code, units) for code in plans["organisation"].unique().tolist()}
    own = agents[plans["organisation"].iloc[0]]  # the newest plan's
    root = _root(told, own)
    for dataset in datasets(store):
        told.graph.add((root, DCAT.dataset, _dataset(told, dataset, agents.get(dataset.organisation, own))))
    return told.graph.serialize(format="xml", encoding="utf-8")


def _root(told: _Described, own: URIRef) -> URIRef:
    root, graph = URIRef(f"{told.base}{PREFIX}{CATALOGUE}"), told.graph
    graph.add((root, RDF.type, DCAT.Catalog))
    graph.add((root, DCTERMS.title, _text(say("open-catalogue-title"))))
    graph.add((root, DCTERMS.description, _text(say("open-catalogue-text"))))
    graph.add((root, DCTERMS.publisher, own))
    graph.add((root, DCTERMS.license, LICENCE_OF_CATALOGUE))
    graph.add((root, DCTERMS.language, URIRef(f"{_EU}language/SWE")))
    graph.add((root, DCAT.themeTaxonomy, URIRef(f"{_EU}data-theme")))
    graph.add((root, FOAF.homepage, URIRef(f"{told.base}{PREFIX}")))
    told.dates(root)
    return root


def _dataset(told: _Described, dataset: Dataset, agent: URIRef) -> URIRef:
    node, graph = told.node("datamangd", dataset.plan, dataset.name), told.graph
    graph.add((node, RDF.type, DCAT.Dataset))
    graph.add((node, DCTERMS.title, _text(dataset.title)))
    graph.add((node, DCTERMS.description, _text(dataset.description)))
    graph.add((node, DCTERMS.publisher, agent))
    graph.add((node, DCTERMS.language, URIRef(f"{_EU}language/SWE")))
    graph.add((node, DCTERMS.accessRights, URIRef(f"{_EU}access-right/PUBLIC")))
    graph.add((node, DCTERMS.accrualPeriodicity, URIRef(f"{_EU}frequency/IRREG")))
    graph.add((node, DCAT.theme, URIRef(f"{_EU}data-theme/GOVE")))
    graph.add((node, DCAT.landingPage, URIRef(f"{told.base}{PREFIX}")))
    told.dates(node)
    contact = _contact(told, agent)
    if contact is not None:
        graph.add((node, DCAT.contactPoint, contact))
    for form in FileFormat:
        graph.add((node, DCAT.distribution, _distribution(told, dataset, form)))
    return node


def _distribution(told: _Described, dataset: Dataset, form: FileFormat) -> URIRef:
    node, graph = told.node("fil", dataset.plan, dataset.name, form), told.graph
    where = URIRef(f"{told.base}{PREFIX}{address(dataset, form)}")
    graph.add((node, RDF.type, DCAT.Distribution))
    graph.add((node, DCTERMS.title, _text(f"{dataset.title} ({form})")))
    graph.add((node, DCAT.accessURL, where))
    graph.add((node, DCAT.downloadURL, where))
    graph.add((node, DCTERMS["format"], Literal(form.media_type)))
    graph.add((node, DCAT.mediaType, URIRef(_MEDIA_TYPES + form.media_type)))
    graph.add((node, DCTERMS.license, URIRef(settings().licence)))
    told.dates(node)
    return node


def _agent(told: _Described, code: str, units: pd.DataFrame) -> URIRef:
    node, kind = told.node("utgivare", code), units.loc[units["code"].eq(code), "kind"]
    told.graph.add((node, RDF.type, FOAF.Agent))
    told.graph.add((node, FOAF.name, _text(plan_store.unit_name(units, code))))
    if kind.eq("region").any():
        told.graph.add((node, DCTERMS.type, _REGIONAL))
    return node


def _contact(told: _Described, agent: URIRef) -> URIRef | None:
    """Whom to write to; nobody, where the settings name none: the profile takes no contact without an address."""
    mail, name = settings().contact, told.graph.value(agent, FOAF.name)
    if not mail or name is None:
        return None
    node = told.node("kontakt", str(agent).rpartition("#")[2])
    told.graph.add((node, RDF.type, VCARD.Organization))
    told.graph.add((node, VCARD.fn, name))
    told.graph.add((node, VCARD.hasEmail, URIRef(f"mailto:{quote(mail, safe='@')}")))
    return node


def _text(text: str) -> Literal:
    """What is said in Swedish; marks that XML cannot hold are replaced."""
    return Literal(_NOT_IN_XML.sub("�", text), lang="sv")


def _address(base: str) -> str:
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.hostname or quote(base, safe=":/[]%") != base:
        raise wrong("open-address-wrong", value=base)
    return base.rstrip("/")
