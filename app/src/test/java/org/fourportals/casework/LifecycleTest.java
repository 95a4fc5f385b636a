package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;

import org.fourportals.casework.CaseEvent.Type;
import org.junit.jupiter.api.Test;

/** The graph itself: what may follow what, and that nothing else may. */
class LifecycleTest {

    @Test
    void leadsFromTheDraftToTheDecision() {
        assertThat(Lifecycle.after(CaseState.DRAFT, Type.SUBMITTED, false)).isEqualTo(CaseState.SUBMITTED);
        assertThat(Lifecycle.after(CaseState.SUBMITTED, Type.ACCEPTED, false)).isEqualTo(CaseState.IN_REVIEW);
        assertThat(Lifecycle.after(CaseState.IN_REVIEW, Type.EXTENDED, true)).isEqualTo(CaseState.IN_REVIEW);
        assertThat(Lifecycle.after(CaseState.IN_REVIEW, Type.GRANTED, true)).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void aSupplementLeadsBackToWhereTheCaseStood() {
        assertThat(Lifecycle.after(CaseState.SUPPLEMENT, Type.SUPPLEMENTED, false)).isEqualTo(CaseState.SUBMITTED);
        assertThat(Lifecycle.after(CaseState.SUPPLEMENT, Type.SUPPLEMENTED, true)).isEqualTo(CaseState.IN_REVIEW);
    }

    @Test
    void refusesEverythingThatIsNotAWay() {
        for (CaseState state : CaseState.values()) {
            for (Type what : Type.values()) {
                boolean way = Lifecycle.ways().stream().anyMatch(w -> w.from() == state && w.by() == what);
                assertThat(Lifecycle.allows(state, what)).isEqualTo(way);
                if (!way) {
                    assertThatThrownBy(() -> Lifecycle.after(state, what, true)).isInstanceOf(Lifecycle.Impossible.class).hasMessageContaining(state.name());
                }
                if (!way && what != Type.STARTED) {
                    assertThatThrownBy(() -> Lifecycle.require(state, what)).isInstanceOf(Lifecycle.Impossible.class);
                }
            }
        }
        assertThatThrownBy(() -> Lifecycle.require(CaseState.GRANTED, Type.STARTED)).isInstanceOf(Lifecycle.Impossible.class);
    }

    @Test
    void aDecidedCaseIsNeverDecidedAgainUnlessARefusalIsTakenBack() {
        for (CaseState end : new CaseState[] {CaseState.GRANTED, CaseState.WITHDRAWN, CaseState.DISCARDED}) {
            assertThat(Lifecycle.possible(end)).isSubsetOf(Type.NOTED);
        }
        assertThat(Lifecycle.possible(CaseState.REFUSED)).containsExactlyInAnyOrder(Type.NOTED, Type.REOPENED);
    }

    @Test
    void everyEventHasItsPlaceAndNoneLeadsTwoWays() {
        assertThat(Arrays.stream(Type.values()).filter(what -> Lifecycle.ways().stream().noneMatch(way -> way.by() == what))).isEmpty();
        assertThat(Lifecycle.ways().stream().map(way -> way.from() + " " + way.by() + " " + way.when())).doesNotHaveDuplicates();
    }
}
