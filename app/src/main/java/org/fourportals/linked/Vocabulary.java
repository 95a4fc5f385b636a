package org.fourportals.linked;

import java.util.Map;
import java.util.TreeMap;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The words of CPSV-AP 3.2 that we use, and of the vocabularies it rests on. */
final class Vocabulary {

    private static final String CPSV = "http://purl.org/vocab/cpsv#";
    private static final String CV = "http://data.europa.eu/m8g/";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String ELI = "http://data.europa.eu/eli/ontology#";
    private static final String ADMS = "http://www.w3.org/ns/adms#";
    private static final String LOCN = "http://www.w3.org/ns/locn#";
    static final String CURRENCIES = "http://publications.europa.eu/resource/authority/currency/";
    static final String LANGUAGES = "http://publications.europa.eu/resource/authority/language/";

    static final Map<String, String> PREFIXES = Map.copyOf(new TreeMap<>(Map.of("cpsv", CPSV, "cv", CV, "dct", DCT, "skos", SKOS, "eli", ELI,
            "adms", ADMS, "locn", LOCN, "org", "http://www.w3.org/ns/org#", "xsd", "http://www.w3.org/2001/XMLSchema#")));

    static final Resource PUBLIC_SERVICE = ResourceFactory.createResource(CPSV + "PublicService");
    static final Resource RULE = ResourceFactory.createResource(CPSV + "Rule");
    static final Resource PUBLIC_ORGANISATION = ResourceFactory.createResource(CV + "PublicOrganisation");
    static final Resource ORGANIZATION = ResourceFactory.createResource("http://www.w3.org/ns/org#Organization");
    static final Resource CHANNEL = ResourceFactory.createResource(CV + "Channel");
    static final Resource REQUIREMENT = ResourceFactory.createResource(CV + "Requirement");
    static final Resource EVIDENCE = ResourceFactory.createResource(CV + "Evidence");
    static final Resource EVIDENCE_TYPE = ResourceFactory.createResource(CV + "EvidenceType");
    static final Resource OUTPUT = ResourceFactory.createResource(CV + "Output");
    static final Resource COST = ResourceFactory.createResource(CV + "Cost");
    static final Resource EVENT = ResourceFactory.createResource(CV + "Event");
    static final Resource LEGAL_RESOURCE = ResourceFactory.createResource(ELI + "LegalResource");
    static final Resource CONCEPT = ResourceFactory.createResource(SKOS + "Concept");
    static final Resource LINGUISTIC_SYSTEM = ResourceFactory.createResource(DCT + "LinguisticSystem");
    static final Resource ADDRESS = ResourceFactory.createResource(LOCN + "Address");
    static final Resource TERRITORY = ResourceFactory.createResource("http://data.europa.eu/88u/dataset/atu-type");

    static final Property IDENTIFIER = ResourceFactory.createProperty(DCT + "identifier");
    static final Property TITLE = ResourceFactory.createProperty(DCT + "title");
    static final Property DESCRIPTION = ResourceFactory.createProperty(DCT + "description");
    static final Property TYPE = ResourceFactory.createProperty(DCT + "type");
    static final Property LANGUAGE = ResourceFactory.createProperty(DCT + "language");
    static final Property AUDIENCE = ResourceFactory.createProperty(DCT + "audience");
    static final Property SPATIAL = ResourceFactory.createProperty(DCT + "spatial");
    static final Property CONFORMS_TO = ResourceFactory.createProperty(DCT + "conformsTo");
    static final Property IS_PART_OF = ResourceFactory.createProperty(DCT + "isPartOf");
    static final Property PREF_LABEL = ResourceFactory.createProperty(SKOS + "prefLabel");
    static final Property STATUS = ResourceFactory.createProperty(ADMS + "status");
    static final Property HAS_COMPETENT_AUTHORITY = ResourceFactory.createProperty(CV + "hasCompetentAuthority");
    static final Property PROCESSING_TIME = ResourceFactory.createProperty(CV + "processingTime");
    static final Property HAS_CHANNEL = ResourceFactory.createProperty(CV + "hasChannel");
    static final Property HOLDS_REQUIREMENT = ResourceFactory.createProperty(CV + "holdsRequirement");
    static final Property HAS_SUPPORTING_EVIDENCE = ResourceFactory.createProperty(CV + "hasSupportingEvidence");
    static final Property SUPPORTS_REQUIREMENT = ResourceFactory.createProperty(CV + "supportsRequirement");
    static final Property HAS_INPUT = ResourceFactory.createProperty(CPSV + "hasInput");
    static final Property HAS_INPUT_TYPE = ResourceFactory.createProperty(CV + "hasInputType");
    static final Property PRODUCES = ResourceFactory.createProperty(CPSV + "produces");
    static final Property FOLLOWS = ResourceFactory.createProperty(CPSV + "follows");
    static final Property IMPLEMENTS = ResourceFactory.createProperty(CPSV + "implements");
    static final Property HAS_LEGAL_RESOURCE = ResourceFactory.createProperty(CV + "hasLegalResource");
    static final Property HAS_COST = ResourceFactory.createProperty(CV + "hasCost");
    static final Property HAS_VALUE = ResourceFactory.createProperty(CV + "hasValue");
    static final Property CURRENCY = ResourceFactory.createProperty(CV + "currency");
    static final Property IS_GROUPED_BY = ResourceFactory.createProperty(CV + "isGroupedBy");
    static final Property LOCN_ADDRESS = ResourceFactory.createProperty(LOCN + "address");
    static final Property FULL_ADDRESS = ResourceFactory.createProperty(LOCN + "fullAddress");

    private Vocabulary() {
    }
}
