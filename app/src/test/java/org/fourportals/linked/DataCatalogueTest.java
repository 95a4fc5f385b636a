package org.fourportals.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** The data sets in the words of DCAT-AP. */
class DataCatalogueTest {

    private final Model model = DataCatalogue.of(LinkedDataTest.CATALOGUE.city(), LinkedData.PUBLISHER, LinkedDataTest.ADDRESSES);

    @Test
    void describesEveryDataSetAndConformsInBothSyntaxes() {
        assertThat(Shapes.checkDatasets(model)).isEmpty();
        assertThat(model.listSubjectsWithProperty(RDF.type, DataVocabulary.DATASET).toList()).hasSize(LinkedDataTest.CATALOGUE.city().datasets().size());
        for (Syntax syntax : Syntax.values()) {
            LinkedFile.Parsed parsed = LinkedFile.parse(LinkedFile.write(model, syntax), syntax);
            assertThat(parsed.faults()).isEmpty();
            assertThat(parsed.model().isIsomorphicWith(model)).as("%s", syntax).isTrue();
        }
    }

    @Test
    void saysWhoHoldsADataSetAndWhoMayHaveIt() {
        Resource register = model.getResource("https://city.example/api/datasets/linked-data#dataset-household-register");
        assertThat(register.getProperty(Vocabulary.TITLE, "en").getString()).isEqualTo("Household register");
        assertThat(register.getProperty(DataVocabulary.PUBLISHER).getResource().getProperty(DataVocabulary.NAME, "zh").getString()).isEqualTo("杭州市公安局");
        assertThat(register.getProperty(DataVocabulary.ACCESS).getResource().getURI()).endsWith("/NON_PUBLIC");
        assertThat(register.getProperty(Vocabulary.DESCRIPTION, "en").getString()).contains("hukouPlace");
    }

    @Test
    void whatLacksAMandatoryPropertyIsFound() {
        Resource register = model.getResource("https://city.example/api/datasets/linked-data#dataset-household-register");
        register.removeAll(Vocabulary.TITLE).removeAll(Vocabulary.DESCRIPTION);
        Resource catalogue = model.listSubjectsWithProperty(RDF.type, DataVocabulary.CATALOG).next();
        catalogue.removeAll(DataVocabulary.PUBLISHER);
        Resource agent = register.getProperty(DataVocabulary.PUBLISHER).getResource();
        agent.removeAll(DataVocabulary.NAME);
        Set<String> found = Shapes.checkDatasets(model).stream().map(Fault::message).map(message -> message.replaceAll(".*(title|description|publisher|name).*", "$1"))
                .collect(Collectors.toSet());
        assertThat(found).contains("title", "description", "publisher", "name");
    }
}
