package org.fourportals.linked;

import java.util.Map;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The words of DCAT-AP 3 that we use beside those of {@link Vocabulary}. */
final class DataVocabulary {

    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String DCT = "http://purl.org/dc/terms/";
    static final String ACCESS_RIGHTS = "http://publications.europa.eu/resource/authority/access-right/";

    static final Map<String, String> PREFIXES = Map.of("dcat", DCAT, "foaf", FOAF, "dct", DCT);

    static final Resource CATALOG = ResourceFactory.createResource(DCAT + "Catalog");
    static final Resource DATASET = ResourceFactory.createResource(DCAT + "Dataset");
    static final Resource AGENT = ResourceFactory.createResource(FOAF + "Agent");
    static final Resource RIGHTS_STATEMENT = ResourceFactory.createResource(DCT + "RightsStatement");
    static final Resource LOCATION = ResourceFactory.createResource(DCT + "Location");

    static final Property HAS_DATASET = ResourceFactory.createProperty(DCAT + "dataset");
    static final Property KEYWORD = ResourceFactory.createProperty(DCAT + "keyword");
    static final Property PUBLISHER = ResourceFactory.createProperty(DCT + "publisher");
    static final Property ACCESS = ResourceFactory.createProperty(DCT + "accessRights");
    static final Property NAME = ResourceFactory.createProperty(FOAF + "name");

    private DataVocabulary() {
    }
}
