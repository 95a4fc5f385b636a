package org.fourportals.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.fourportals.base.Text;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.centre.Centres;
import org.fourportals.linked.PublicServices.Service;
import org.fourportals.linked.PublicServices.Way;
import org.junit.jupiter.api.Test;

/** The city's own catalogue, written as linked data and read back. */
class LinkedDataTest {

    static final CatalogueReader.Reading CATALOGUE = CatalogueReader.read(folder());
    static final PublicServices ALL = DescribedCity.of(CATALOGUE.city(), id -> Optional.ofNullable(CATALOGUE.plans().get(id)),
            new Centres(folder()).list());
    static final Addresses ADDRESSES = new Addresses("https://city.example/");
    static final String AFFAIR = "food-business-licence";

    static Path folder() {
        Path here = Path.of("catalogue");
        return Files.isDirectory(here) ? here : Path.of("..", "catalogue");
    }

    @Test
    void theWholeCatalogueConformsAndComesBackAsItWasInBothSyntaxes() {
        Model model = WriteModel.of(ALL, ADDRESSES);
        assertThat(Shapes.check(model)).isEmpty();
        for (Syntax syntax : Syntax.values()) {
            long begun = System.nanoTime();
            byte[] bytes = LinkedFile.write(model, syntax);
            long written = System.nanoTime();
            LinkedFile.Parsed parsed = LinkedFile.parse(bytes, syntax);
            System.out.printf("%s: %,d triples, %,d bytes, written in %d ms, parsed in %d ms%n", syntax, model.size(), bytes.length,
                    (written - begun) / 1_000_000, (System.nanoTime() - written) / 1_000_000);
            assertThat(parsed.faults()).isEmpty();
            assertThat(parsed.model().isIsomorphicWith(model)).as("%s", syntax).isTrue();
        }
        assertThat(ReadModel.of(model)).isEqualTo(new Reading.Read(ALL));
        assertThat(ALL.services()).hasSize(408);
        assertThat(ALL.channels()).filteredOn(c -> "counter".equals(c.partOf())).hasSize(199)
                .allSatisfy(c -> assertThat(c.address()).isNotNull());
    }

    @Test
    void everyAffairStandsAloneAndComesBackAsItWas() {
        for (Service service : ALL.services()) {
            PublicServices one = ALL.only(service.id());
            Model model = WriteModel.of(one, ADDRESSES);
            for (Syntax syntax : Syntax.values()) {
                byte[] bytes = LinkedFile.write(model, syntax);
                assertThat(LinkedData.read(bytes, syntax)).as("%s in %s", service.id(), syntax).isEqualTo(new Reading.Read(one));
            }
            assertThat(one.services()).containsExactly(service);
            assertThat(Differences.between(ALL, one)).isEmpty();
        }
    }

    @Test
    void saysOfEachAffairWhatTheCatalogueSays() {
        for (AffairPlan plan : CATALOGUE.plans().values()) {
            Service service = ALL.only(plan.affair().id()).services().getFirst();
            assertThat(service.name()).isEqualTo(plan.affair().name());
            assertThat(service.authority()).isEqualTo(plan.affair().department());
            assertThat(service.processingDays()).isEqualTo(plan.affair().promisedDays());
            assertThat(service.laws()).containsExactlyInAnyOrderElementsOf(plan.laws().stream().map(AffairPlan.Law::id).toList());
            assertThat(service.channels()).containsExactlyInAnyOrder("web", "mobile", "kiosk", "counter");
            assertThat(service.requirements()).hasSameSizeAs(plan.requirements());
            assertThat(service.requirements()).allSatisfy(r -> assertThat(r.evidence()).isNotEmpty());
            assertThat(service.output()).isNotNull().satisfies(o -> assertThat(o.name()).isEqualTo(plan.result().name()));
            assertThat(service.costs()).singleElement().satisfies(c -> assertThat(Double.parseDouble(c.amount()))
                    .isEqualTo(Double.parseDouble(plan.fee().yuan())));
        }
    }

    @Test
    void writesItInTheWordsOfTheVocabulary() {
        Model model = WriteModel.of(ALL.only(AFFAIR), ADDRESSES);
        AffairPlan plan = CATALOGUE.plans().get(AFFAIR);
        Resource service = model.getResource("https://city.example/api/affairs/" + AFFAIR + "/linked-data#service");
        assertThat(service.hasProperty(RDF.type, Vocabulary.PUBLIC_SERVICE)).isTrue();
        assertThat(service.hasProperty(Vocabulary.TITLE, plan.affair().name().zh(), "zh")).isTrue();
        assertThat(service.hasProperty(Vocabulary.TITLE, plan.affair().name().en(), "en")).isTrue();
        assertThat(service.getProperty(Vocabulary.PROCESSING_TIME).getLiteral().getDatatypeURI()).endsWith("#duration");
        assertThat(service.getProperty(Vocabulary.PROCESSING_TIME).getString()).isEqualTo("P" + plan.affair().promisedDays() + "D");
        Resource cost = service.getPropertyResourceValue(Vocabulary.HAS_COST);
        assertThat(cost.getPropertyResourceValue(Vocabulary.CURRENCY).getURI()).endsWith("/currency/CNY");
        assertThat(cost.getProperty(Vocabulary.HAS_VALUE).getLiteral().getDatatypeURI()).endsWith("#double");
        assertThat(service.getPropertyResourceValue(Vocabulary.FOLLOWS).hasProperty(Vocabulary.IMPLEMENTS)).isTrue();
        assertThat(service.getPropertyResourceValue(Vocabulary.HAS_COMPETENT_AUTHORITY).hasProperty(RDF.type, Vocabulary.PUBLIC_ORGANISATION)).isTrue();
    }

    @Test
    void tellsInWhatAFileDiffers() {
        PublicServices one = ALL.only(AFFAIR);
        Service s = one.services().getFirst();
        Service other = new Service(s.id(), new Text("别的", "Other"), s.description(), s.authority(), s.audience(), s.event(), s.online(),
                s.processingDays() + 3, s.laws(), s.channels(), s.requirements().subList(1, s.requirements().size()), s.output(), s.costs());
        PublicServices changed = new PublicServices(one.organisations(), one.laws(), one.events(), one.channels(), one.documents(), List.of(other));
        assertThat(Differences.between(ALL, changed)).extracting(Differences.Difference::path).containsExactlyInAnyOrder(
                "services/" + AFFAIR + "/name", "services/" + AFFAIR + "/processingDays",
                "services/" + AFFAIR + "/requirements/" + s.requirements().getFirst().id());
        assertThat(ALL.only("no-such").services()).isEmpty();
        assertThat(ALL.services().stream().flatMap(x -> x.requirements().stream()).flatMap(r -> r.evidence().stream()).map(PublicServices.Evidence::way)
                .distinct()).contains(Way.POOL, Way.UPLOAD, Way.DECLARATION);
    }
}
