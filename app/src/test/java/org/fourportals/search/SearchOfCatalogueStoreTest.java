package org.fourportals.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.fourportals.TestPostgres;
import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.catalogue.internal.VersionStore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Search over the catalogue as it is published, with the affairs that are written out. */
class SearchOfCatalogueStoreTest {

    private static final Path FOLDER = Files.isDirectory(Path.of("catalogue")) ? Path.of("catalogue") : Path.of("../catalogue");

    private final Catalogue catalogue = new Catalogue(FOLDER, new VersionStore(JdbcClient.create(TestPostgres.fresh()), Clock.systemUTC()));
    private final Search search = Search.over(CatalogueReader.read(FOLDER), ListedAffairs.VECTORS);

    @Test
    void findsEveryAffairOfTheCatalogue() {
        assertThat(catalogue.affairs()).hasSize(408).allSatisfy(affair -> {
            assertThat(search.find(affair.name().zh(), Language.ZH, 3).hits()).extracting(h -> h.affair().id()).contains(affair.id());
            assertThat(search.find(affair.name().en(), Language.EN, 3).hits()).extracting(h -> h.affair().id()).contains(affair.id());
        });
    }

    @Test
    void findsWrittenOutAffairsByTheirRequirements() {
        long seed = System.nanoTime();
        List<AffairPlan> plans = new ArrayList<>(catalogue.affairs().stream().flatMap(a -> catalogue.findPlan(a.id()).stream()).toList());
        Collections.shuffle(plans, new Random(seed));
        System.out.println("sixty affairs, seed " + seed);
        assertThat(plans.subList(0, 60)).allSatisfy(plan -> {
            for (AffairPlan.Requirement requirement : plan.requirements()) {
                Text name = requirement.name();
                assertThat(search.find(plan.affair().name().zh() + " " + name.zh(), Language.ZH, 3).hits())
                        .extracting(h -> h.affair().id()).contains(plan.affair().id());
            }
        });
    }

    @Test
    void findsByDepartmentAndLifeEvent() {
        assertThat(search.find("烟草专卖局", Language.ZH, 5).hits()).extracting(h -> h.affair().department()).contains("tobacco");
        assertThat(search.find("Having a child", Language.EN, 5).hits()).extracting(h -> h.affair().lifeEvent()).contains("birth");
    }
}
