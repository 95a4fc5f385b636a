package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.representation.Representation.By;
import org.fourportals.representation.Representation.Represented;
import org.junit.jupiter.api.Test;

/** A parent applies for a child in an affair that is usually one's own: the child is the subject, she is the applicant, and nobody else may. */
class ParentForChildModuleTest extends WholeCases {

    private final ChooseSubject chooseSubject = TestCity.get(ChooseSubject.class);

    private DraftOutcome choose(Actor actor, UUID draft, Subject subject) {
        return desk.perform(actor, chooseSubject, new ChooseSubject.Request(draft, subject));
    }

    @Test
    void theChildIsTheSubjectAndTheParentTheApplicant() {
        Actor.Resident mother = (Actor.Resident) resident("lin-xiaoyue", Portal.WEB);
        Actor stranger = resident("ma-chao", Portal.WEB);
        UUID id = draft(mother, "first-id-card");
        assertThat(cases.find(mother, id).orElseThrow().applicant()).isEqualTo(mother.subject());
        Represented child = chooseSubject.candidates(mother, cases.find(mother, id).orElseThrow()).stream().filter(c -> c.by() == By.CHILD)
                .findFirst().orElseThrow();

        assertThat(choose(mother, id, child.subject())).isInstanceOf(DraftOutcome.Saved.class);
        Case forChild = cases.find(mother, id).orElseThrow();
        assertThat(forChild.subject()).isEqualTo(child.subject());
        assertThat(forChild.applicant()).isEqualTo(mother.subject());
        assertThat(forChild.representative()).isNull();
        assertThat(forChild.content().name("subject")).isEqualTo(child.name());
        assertThat(forChild.content().name("applicant")).isEqualTo(mother.name());
        assertThat(forChild.content().answers().get("ageBand")).as("known of the child").isEqualTo(new CaseContent.Given("under-16", "household-register"));
        assertThat(cases.find(stranger, id)).isEmpty();
        assertThat(choose(stranger, id, child.subject())).isInstanceOf(DraftOutcome.NotFound.class);

        assertThat(choose(mother, id, mother.subject())).isInstanceOf(DraftOutcome.Saved.class);
        Case own = cases.find(mother, id).orElseThrow();
        assertThat(own.subject()).isEqualTo(mother.subject());
        assertThat(own.content().name("applicant")).isEqualTo(mother.name());
    }

    @Test
    void nobodyAppliesForSomebodyElsesChild() {
        Actor.Resident mother = (Actor.Resident) resident("lin-xiaoyue", Portal.WEB);
        Represented child = chooseSubject.candidates(mother, cases.find(mother, draft(mother, "first-id-card")).orElseThrow()).stream()
                .filter(c -> c.by() == By.CHILD).findFirst().orElseThrow();
        Actor stranger = resident("ma-chao", Portal.WEB);
        assertThat(choose(stranger, draft(stranger, "first-id-card"), child.subject())).isEqualTo(new DraftOutcome.NotAnAnswer("subject"));
    }
}
