package org.fourportals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.catalogue.Workbench.LI;
import static org.fourportals.catalogue.Workbench.TODAY;
import static org.fourportals.catalogue.Workbench.WANG;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editors change the catalogue while it runs: two persons, a day, a history, and never a step that cannot be taken back. */
class EditionsStoreTest {

    private static final String NEW = SmallCity.sound("en: It proves the birth", "en: It shows the birth");
    private static final String BROKEN = SmallCity.sound("- wallet", "- walet");

    @TempDir
    Path folder;
    private Workbench bench;
    private String first;

    @BeforeEach
    void build() throws IOException {
        new SmallCity(folder);
        bench = new Workbench(folder);
        first = bench.inForce();
    }

    @Test
    void keepsADraftWithoutTouchingWhatIsInForce() {
        assertThat(bench.save(LI, 0, NEW.replace("\n", "\r\n"))).isEqualTo(new EditOutcome.Saved(1));
        assertThat(bench.editions.findDraft("baby-card")).hasValueSatisfying(draft -> {
            assertThat(draft.text()).isEqualTo(NEW);
            assertThat(draft.editor()).isEqualTo("staff:li");
            assertThat(draft.basedOn()).isEqualTo(first);
        });
        assertThat(bench.inForce()).isEqualTo(first);
        assertThat(bench.again().inForce()).isEqualTo(first);
        assertThat(bench.editions.listDrafts()).extracting(AffairDraft::affair).containsExactly("baby-card");
    }

    @Test
    void refusesTheSecondOfTwoEditorsAndKeepsBothTexts() {
        bench.save(LI, 0, NEW);
        String mine = NEW.replace("Old card", "Former card");
        assertThat(bench.save(WANG, 0, mine)).isInstanceOfSatisfying(EditOutcome.Overtaken.class, overtaken -> {
            assertThat(overtaken.revision()).isEqualTo(1);
            assertThat(overtaken.theirs()).extracting(AffairDraft::text).isEqualTo(NEW);
        });
        assertThat(bench.save(WANG, 1, mine)).isEqualTo(new EditOutcome.Saved(2));
        assertThat(bench.editions.listSaves("baby-card")).extracting(AffairDraft::text).containsExactly(mine, NEW);
    }

    @Test
    void letsOneOfManyWhoSaveAtOnceWin() throws Exception {
        int editors = 6;
        CyclicBarrier together = new CyclicBarrier(editors);
        try (var pool = Executors.newFixedThreadPool(editors)) {
            List<Callable<EditOutcome>> all = java.util.stream.IntStream.range(0, editors).<Callable<EditOutcome>>mapToObj(i -> () -> {
                together.await();
                return bench.save(i % 2 == 0 ? LI : WANG, 0, NEW + "# " + i + "\n");
            }).toList();
            List<EditOutcome> outcomes = pool.invokeAll(all).stream().map(Future::resultNow).toList();
            assertThat(outcomes).filteredOn(EditOutcome.Saved.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(EditOutcome.Overtaken.class::isInstance).hasSize(editors - 1);
        }
    }

    @Test
    void isPublishedByASecondPersonOnly() {
        bench.save(LI, 0, NEW);
        assertThat(bench.publish(LI, 1, TODAY)).isInstanceOf(EditOutcome.SecondPersonNeeded.class);
        assertThat(bench.inForce()).isEqualTo(first);
        assertThat(bench.publish(WANG, 1, TODAY)).isInstanceOf(EditOutcome.Published.class);
        assertThat(bench.inForce()).isNotEqualTo(first);
        assertThat(bench.catalogue.findText("baby-card")).contains(NEW);
        assertThat(bench.cameIntoForce).containsExactly(List.of("baby-card"));
        assertThat(bench.catalogue.plan("baby-card", first).version()).isEqualTo(first);
        assertThat(bench.editions.findDraft("baby-card")).isEmpty();
        assertThat(bench.editions.history("baby-card")).singleElement().satisfies(edition -> {
            assertThat(edition.editorName()).isEqualTo("li");
            assertThat(edition.publisherName()).isEqualTo("wang");
            assertThat(edition.why()).isEqualTo("The law changed");
        });
        assertThat(bench.again().inForce()).isEqualTo(bench.inForce());
    }

    @Test
    void savesWhatCannotBeProvedButDoesNotPublishIt() {
        assertThat(bench.save(LI, 0, BROKEN)).isEqualTo(new EditOutcome.Saved(1));
        assertThat(bench.publish(WANG, 1, TODAY)).isInstanceOfSatisfying(EditOutcome.NotProved.class, refused ->
                assertThat(refused.problems()).extracting(CatalogueProblem::line).contains(SmallCity.line(BROKEN, "walet")));
        assertThat(bench.inForce()).isEqualTo(first);
        assertThat(bench.editions.findDraft("baby-card")).isPresent();
        assertThat(bench.cameIntoForce).isEmpty();
    }

    @Test
    void publishesOnlyTheTextThatWasRead() {
        bench.save(LI, 0, NEW);
        bench.save(LI, 1, NEW.replace("Old card", "Former card"));
        assertThat(bench.publish(WANG, 1, TODAY)).isInstanceOf(EditOutcome.Overtaken.class);
        assertThat(bench.inForce()).isEqualTo(first);
    }

    @Test
    void comesIntoForceOnItsDayAndNotBefore() {
        bench.save(LI, 0, NEW);
        LocalDate day = TODAY.plusDays(2);
        assertThat(bench.publish(WANG, 1, day)).isInstanceOf(EditOutcome.Published.class);
        assertThat(bench.inForce()).isEqualTo(first);
        assertThat(bench.editions.coming()).extracting(Edition::from).containsExactly(day);
        bench.pass(Duration.ofHours(24 + 14));
        assertThat(bench.inForce()).as("23:00 of the day before, in the city").isEqualTo(first);
        bench.pass(Duration.ofHours(2));
        assertThat(bench.inForce()).isNotEqualTo(first);
        assertThat(bench.cameIntoForce).containsExactly(List.of("baby-card"));
        assertThat(bench.editions.coming()).isEmpty();
    }

    @Test
    void isCalledOffBeforeItsDayAndNotAfter() {
        bench.save(LI, 0, NEW);
        bench.publish(WANG, 1, TODAY.plusDays(1));
        long number = bench.editions.coming().getFirst().number();
        assertThat(bench.act(LI, bench.withdraw, new WithdrawEdition.Request(number))).isEqualTo(new EditOutcome.Withdrawn());
        assertThat(bench.act(LI, bench.withdraw, new WithdrawEdition.Request(number))).isEqualTo(new EditOutcome.NotFound());
        bench.pass(Duration.ofDays(3));
        assertThat(bench.inForce()).isEqualTo(first);
        bench.save(LI, 2, NEW);
        assertThat(bench.publish(WANG, 3, TODAY.plusDays(3))).isInstanceOf(EditOutcome.Published.class);
        long second = bench.editions.history("baby-card").getFirst().number();
        assertThat(bench.act(LI, bench.withdraw, new WithdrawEdition.Request(second))).isEqualTo(new EditOutcome.NotFound());
    }

    @Test
    void rollsBackByPublishingTheOldTextAgain() {
        bench.save(LI, 0, NEW);
        bench.publish(WANG, 1, TODAY);
        String second = bench.inForce();
        assertThat(bench.act(LI, bench.rollBack, new RollBack.Request("baby-card", second, TODAY, "Wrong"))).isEqualTo(new EditOutcome.Unchanged());
        assertThat(bench.act(LI, bench.rollBack, new RollBack.Request("baby-card", "0123456789abcdef", TODAY, "Wrong")))
                .isEqualTo(new EditOutcome.NotFound());
        assertThat(bench.act(LI, bench.rollBack, new RollBack.Request("baby-card", first, TODAY, "Wrong"))).isInstanceOf(EditOutcome.Published.class);
        assertThat(bench.inForce()).isEqualTo(first);
        assertThat(bench.editions.history("baby-card")).extracting(Edition::version).containsExactly(first, second);
        assertThat(bench.editions.versions("baby-card")).extracting(Editions.Kept::inForce).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void refusesADayThatIsPastAPublicationWithoutAReasonAndTheSameText() {
        bench.save(LI, 0, SmallCity.SOUND);
        assertThat(bench.publish(WANG, 1, TODAY.minusDays(1))).isInstanceOf(EditOutcome.DayNotPossible.class);
        assertThat(bench.publish(WANG, 1, TODAY.plusYears(3))).isInstanceOf(EditOutcome.DayNotPossible.class);
        assertThat(bench.publish(WANG, 1, TODAY)).isEqualTo(new EditOutcome.Unchanged());
        for (String why : List.of("", "  \n", "x".repeat(1_001), "a\0b")) {
            assertThat(bench.act(WANG, bench.publish, new PublishDraft.Request("baby-card", 1, TODAY, why))).isEqualTo(new EditOutcome.ReasonNeeded());
        }
    }

    @Test
    void beginsADraftOfAnAffairThatIsOnlyDescribed() {
        assertThat(bench.editions.check("other-affair", SmallCity.SOUND).problems()).anySatisfy(p -> assertThat(p.what()).contains("wrong place"));
        assertThat(bench.act(LI, bench.save, new SaveDraft.Request("other-affair", 0, "", ""))).isEqualTo(new EditOutcome.Saved(1));
    }

    @Test
    void takesNoTextThatIsNone() {
        for (String text : List.of("a\0b", "x".repeat(5_000_000), "a\ud800b")) {
            assertThat(bench.save(LI, 0, text)).isInstanceOf(EditOutcome.NoText.class);
            assertThat(bench.editions.check("baby-card", text).problems()).hasSize(1);
        }
        assertThat(bench.act(LI, bench.save, new SaveDraft.Request("'; drop schema catalogue; --", 0, "x", ""))).isEqualTo(new EditOutcome.NotFound());
        assertThat(bench.save(LI, -1, "x")).isInstanceOf(EditOutcome.Overtaken.class);
        assertThat(bench.save(LI, 7, "x")).isInstanceOf(EditOutcome.Overtaken.class);
        assertThat(bench.editions.findDraft("baby-card")).isEmpty();
    }

    @Test
    void putsADraftAwayAndKeepsItsTexts() {
        bench.save(LI, 0, NEW);
        assertThat(bench.act(WANG, bench.dismiss, new DismissDraft.Request("baby-card", 7))).isInstanceOf(EditOutcome.Overtaken.class);
        assertThat(bench.act(WANG, bench.dismiss, new DismissDraft.Request("baby-card", 1))).isEqualTo(new EditOutcome.Dismissed());
        assertThat(bench.act(WANG, bench.dismiss, new DismissDraft.Request("baby-card", 1))).isEqualTo(new EditOutcome.NotFound());
        assertThat(bench.publish(WANG, 1, TODAY)).isEqualTo(new EditOutcome.NotFound());
        assertThat(bench.save(LI, 1, NEW)).as("begun before it was put away").isInstanceOf(EditOutcome.Overtaken.class);
        assertThat(bench.editions.listSaves("baby-card")).hasSize(1);
        assertThat(bench.save(LI, 2, NEW)).isEqualTo(new EditOutcome.Saved(3));
    }
}
