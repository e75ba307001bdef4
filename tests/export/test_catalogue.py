"""The catalogue, parsed back: all that DCAT-AP-SE demands, no blank node, no address that is not absolute."""

from contextlib import closing

import pytest
from rdflib import BNode, Graph, Literal, URIRef, namespace
from rdflib.namespace import DCTERMS, FOAF, RDF

from kpi.errors import UserError
from kpi.export.catalogue import VCARD, catalogue
from kpi.export.formats import FileFormat
from kpi.export.open_data import datasets
from kpi.settings import settings
from kpi.store import Store

BASE = "https://mal.exempel.se"
# The profile's mandatory properties, and what it and the portal's measure of quality recommend of what we know.
CATALOG = (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, namespace.DCAT.dataset,
           DCTERMS.language, DCTERMS.issued, DCTERMS.modified, FOAF.homepage)  # fmt: skip
DATASET = (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, namespace.DCAT.distribution,
           namespace.DCAT.theme, DCTERMS.issued, DCTERMS.modified, DCTERMS.accrualPeriodicity,
           DCTERMS.accessRights)  # fmt: skip
DISTRIBUTION = (
    namespace.DCAT.accessURL,
    namespace.DCAT.downloadURL,
    DCTERMS["format"],
    namespace.DCAT.mediaType,
    DCTERMS.license,
    DCTERMS.modified,
)


def parsed(store, base=BASE):
    return Graph().parse(data=catalogue(store, base), format="xml")


@pytest.fixture
def graph(shipped):
    return parsed(shipped)


def lacking(graph, kind, wanted):
    nodes = list(graph.subjects(RDF.type, kind))
    assert nodes
    return {(node, name) for node in nodes for name in wanted if graph.value(node, name) is None}


def test_everything_mandatory_is_there(graph):
    assert lacking(graph, namespace.DCAT.Catalog, CATALOG) == set()
    assert lacking(graph, namespace.DCAT.Dataset, DATASET) == set()
    assert lacking(graph, namespace.DCAT.Distribution, DISTRIBUTION) == set()
    assert lacking(graph, FOAF.Agent, [FOAF.name]) == set()


def test_every_open_table_is_described_with_its_files(graph, shipped):
    root = graph.value(None, RDF.type, namespace.DCAT.Catalog)
    described = list(graph.objects(root, namespace.DCAT.dataset))
    assert len(described) == len(datasets(shipped)) == len(set(graph.subjects(RDF.type, namespace.DCAT.Dataset)))
    for dataset in described:
        files = list(graph.objects(dataset, namespace.DCAT.distribution))
        assert {str(graph.value(file, DCTERMS["format"])) for file in files} == {form.media_type for form in FileFormat}
    files = {str(url) for url in graph.objects(None, namespace.DCAT.downloadURL)}
    assert f"{BASE}/data/utfall.csv" in files
    assert f"{BASE}/data/rs-2025/maluppfyllelse.xlsx" in files


def test_the_publisher_is_the_plans_organisation(graph):
    names = {
        str(one).rpartition("#datamangd-")[2]: str(graph.value(publisher, FOAF.name))
        for one, publisher in graph.subject_objects(DCTERMS.publisher)
    }
    theirs = {name for name, publisher in names.items() if publisher == "Region Västernorrland"}
    assert theirs == {name for name in names if name.startswith("rvn-2024-")}
    assert {names[name] for name in set(names) - theirs} == {"Region Jämtland Härjedalen"}
    assert theirs


def test_no_node_is_blank_and_every_address_absolute(graph):
    nodes = {node for triple in graph for node in triple}
    assert not [node for node in nodes if isinstance(node, BNode)]
    assert all(str(node).startswith(("http://", "https://")) for node in nodes if isinstance(node, URIRef))


def test_texts_are_swedish(graph):
    texts = [*graph.objects(None, DCTERMS.title), *graph.objects(None, DCTERMS.description)]
    assert {text.language for text in texts} == {"sv"}


def test_a_contact_stands_there_when_the_settings_name_one(shipped, monkeypatch, graph):
    assert list(graph.objects(None, namespace.DCAT.contactPoint)) == []
    monkeypatch.setenv("KPI_CONTACT", "oppnadata@exempel.se")
    monkeypatch.setenv("KPI_LICENCE", "http://creativecommons.org/publicdomain/zero/1.0/")
    settings.cache_clear()
    try:
        told = parsed(shipped)
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    assert lacking(told, namespace.DCAT.Dataset, [namespace.DCAT.contactPoint]) == set()
    assert lacking(told, VCARD.Organization, [VCARD.fn, VCARD.hasEmail]) == set()
    assert {str(url) for url in told.objects(None, VCARD.hasEmail)} == {"mailto:oppnadata@exempel.se"}
    licences = {told.value(one, DCTERMS.license) for one in told.subjects(RDF.type, namespace.DCAT.Distribution)}
    assert licences == {URIRef("http://creativecommons.org/publicdomain/zero/1.0/")}


HOSTILE = "</rdf:RDF><script>alert(1)</script>&amp;\"'<!--]]>\x00\x0b\ufffe"


def test_hostile_texts_and_codes_are_only_texts(installed, tmp_path):
    path = tmp_path / "kpi.duckdb"
    path.write_bytes(installed.read_bytes())
    code = '../"><x y="&\n å'
    with closing(Store.open(path)) as store:
        with store.transaction() as cursor:
            cursor.execute("update plan set name = ?, code = ?", [HOSTILE.replace("\x00", ""), code])
            cursor.execute("update unit set name = ?", [HOSTILE.replace("\x00", "")])
        told = parsed(store)
        raw = catalogue(store, BASE)
    assert b"<script>" not in raw
    names = {str(name) for name in told.objects(None, FOAF.name)}
    assert names == {HOSTILE.replace("\x00", "").replace("\x0b", "�").replace("\ufffe", "�")}
    assert not [node for node in told.subjects() if isinstance(node, BNode)]
    assert all(" " not in str(url) and '"' not in str(url) for url in told.objects(None, namespace.DCAT.downloadURL))
    assert all(isinstance(title, Literal) for title in told.objects(None, DCTERMS.title))


@pytest.mark.parametrize("base", ["", "mal.se", "ftp://mal.se", "javascript:alert(1)", "https://", 'https://a"b',
                                  "https://a b", "https://å.se"])  # fmt: skip
def test_an_address_that_is_none_is_refused(shipped, base):
    with pytest.raises(UserError) as caught:
        catalogue(shipped, base)
    assert caught.value.key == "open-address-wrong"


def test_an_empty_store_has_no_catalogue(tmp_path):
    with closing(Store.open(tmp_path / "tom.duckdb")) as store, pytest.raises(UserError) as caught:
        catalogue(store, BASE)
    assert caught.value.key == "no-plan"
