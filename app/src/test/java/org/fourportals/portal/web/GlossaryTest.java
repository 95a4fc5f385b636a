package org.fourportals.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

import org.fourportals.TestCity;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** Nobody who reads Chinese is shown an English word of the city's lists. */
class GlossaryTest {

    private final Glossary glossary = new Glossary();
    private final Catalogue catalogue = TestCity.get(Catalogue.class);

    @Test
    void everyResultAndUsualDocumentHasItsChinese() {
        assertThat(catalogue.affairs()).hasSize(408);
        assertThat(catalogue.affairs().stream().map(Affair::result).filter(result -> !glossary.hasResult(result))).isEmpty();
        assertThat(catalogue.affairs().stream().flatMap(a -> a.usualDocuments().stream()).filter(document -> !glossary.hasDocument(document))).isEmpty();
    }

    @Test
    void everyFieldThatAnAffairReadsHasAName() {
        Set<String> read = catalogue.affairs().stream().flatMap(a -> catalogue.findPlan(a.id()).stream())
                .flatMap(plan -> catalogue.reads(plan).values().stream()).flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(read).hasSizeGreaterThan(20);
        assertThat(read.stream().filter(field -> !glossary.hasField(field))).isEmpty();
    }
}
