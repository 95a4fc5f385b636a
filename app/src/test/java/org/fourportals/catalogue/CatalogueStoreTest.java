package org.fourportals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.fourportals.TestPostgres;
import org.fourportals.base.Text;
import org.fourportals.catalogue.internal.VersionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is published stays readable for the cases pinned to it, and a faulty catalogue changes nothing. */
class CatalogueStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private final JdbcClient sql = JdbcClient.create(TestPostgres.fresh());
    @TempDir
    Path folder;
    SmallCity city;

    @BeforeEach
    void build() throws IOException {
        city = new SmallCity(folder);
    }

    private Catalogue catalogue() {
        return new Catalogue(folder, new VersionStore(sql, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void listsTheCity() {
        Catalogue catalogue = catalogue();
        assertThat(catalogue.affairs()).extracting(Affair::id).containsExactly("baby-card", "other-affair");
        assertThat(catalogue.findPlan("other-affair")).isEmpty();
        assertThat(catalogue.proofs("other-affair")).isNull();
        assertThat(catalogue.proofs("baby-card").circumstances()).isPositive();
        assertThat(catalogue.codeLabel("cards", "cardStatus", "active")).contains(new Text("有效", "Valid"));
        assertThat(catalogue.codeLabel("cards", "cardStatus", "ended")).isEmpty();
        assertThat(catalogue.department("police").level()).isEqualTo("municipal");
        assertThatThrownBy(() -> catalogue.department("polise")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatItReadsOfThePool() {
        Catalogue catalogue = catalogue();
        var reads = catalogue.reads(catalogue.findPlan("baby-card").orElseThrow());
        assertThat(reads).containsOnlyKeys("household-register", "household-kinship", "birth-certificates");
        assertThat(reads.get("household-register")).containsExactlyInAnyOrder("residentId", "hukouPlace", "name");
        assertThat(reads.get("household-kinship")).containsExactlyInAnyOrder("residentId", "relation");
    }

    @Test
    void keepsEveryPublishedText() throws IOException {
        String first = catalogue().findPlan("baby-card").orElseThrow().version();
        city.write(SmallCity.FILE, SmallCity.sound("en: It proves the birth", "en: It shows the birth"));
        Catalogue second = catalogue();
        assertThat(second.findPlan("baby-card").orElseThrow().version()).isNotEqualTo(first);
        assertThat(second.plan("baby-card", first).requirement("birth-certificate").why().en()).isEqualTo("It proves the birth");
        assertThat(second.plan("baby-card", first)).isSameAs(second.plan("baby-card", first));
        catalogue();
        assertThat(sql.sql("select count(*) from catalogue.versions").query(Integer.class).single()).isEqualTo(2);
        assertThat(sql.sql("select yaml from catalogue.versions where version = :v").param("v", first).query(String.class).single())
                .isEqualTo(SmallCity.SOUND);
    }

    @Test
    void readsASupersededTextThoughThePromiseChanged() throws IOException {
        String first = catalogue().findPlan("baby-card").orElseThrow().version();
        String affairs = Files.readString(folder.resolve("affairs.tsv"));
        city.write("affairs.tsv", affairs.replace("certificate\t3\t10", "certificate\t2\t10"));
        city.write(SmallCity.FILE, SmallCity.sound("days: 2", "days: 1"));
        assertThat(catalogue().plan("baby-card", first).procedure().stages()).extracting(AffairPlan.Stage::days).containsExactly(2, 1);
    }

    @Test
    void throwsForAVersionThatNeverWas() {
        Catalogue catalogue = catalogue();
        assertThatThrownBy(() -> catalogue.plan("baby-card", "0123456789abcdef")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baby-card");
        assertThatThrownBy(() -> catalogue.plan("baby-card'; drop schema catalogue", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void startsNotWithAFaultyCatalogue() throws IOException {
        String text = SmallCity.sound("- wallet", "- walet");
        city.write(SmallCity.FILE, text);
        assertThatThrownBy(this::catalogue).isInstanceOfSatisfying(CatalogueRefused.class, refused -> {
            assertThat(refused.problems()).hasSize(1);
            assertThat(refused).hasMessageContaining(SmallCity.FILE + ":" + SmallCity.line(text, "walet"));
        });
        assertThat(sql.sql("select count(*) from catalogue.versions").query(Integer.class).single()).isZero();
    }

    @Test
    void staysAsItIsWhenAFileIsSpoiledWhileItRuns() throws IOException {
        Catalogue catalogue = catalogue();
        String version = catalogue.findPlan("baby-card").orElseThrow().version();
        city.write(SmallCity.FILE, SmallCity.sound("- wallet", "- walet"));
        assertThat(catalogue.publish()).isInstanceOfSatisfying(Publication.Withheld.class,
                withheld -> assertThat(withheld.problems()).hasSize(1));
        assertThat(catalogue.findPlan("baby-card").orElseThrow().version()).isEqualTo(version);
        city.write(SmallCity.FILE, SmallCity.sound("en: It proves the birth", "en: It shows the birth"));
        assertThat(catalogue.publish()).isEqualTo(new Publication.Published(List.of("baby-card")));
        assertThat(catalogue.findPlan("baby-card").orElseThrow().version()).isNotEqualTo(version);
        assertThat(catalogue.publish()).isEqualTo(new Publication.Published(List.of()));
        assertThat(catalogue.plan("baby-card", version).version()).isEqualTo(version);
    }
}
