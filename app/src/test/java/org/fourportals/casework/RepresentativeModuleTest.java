package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.identity.GiveMandate;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;

/** A case is handed to another representative: only to one with a mandate, and with all that it holds. */
class RepresentativeModuleTest extends WholeCases {

    private final ChangeRepresentative change = TestCity.get(ChangeRepresentative.class);
    private final FoodLicence licence = new FoodLicence();

    private static Actor.Resident person(String username) {
        return (Actor.Resident) resident(username, Portal.WEB);
    }

    private void mandate(Actor giver, Subject principal, String agent) {
        var card = TestCity.person(agent);
        assertThat(desk.perform(giver, TestCity.get(GiveMandate.class), new GiveMandate.Request(principal, "principal", card.card(), card.name().zh(), List.of(),
                TestCity.get(CityTime.class).today().plusYears(1)))).isInstanceOf(GiveMandate.MandateGiven.class);
    }

    private ChangeRepresentative.Result change(Actor actor, UUID id, Subject to) {
        return desk.perform(actor, change, new ChangeRepresentative.Request(id, to), UUID.randomUUID());
    }

    @Test
    void aCompanysCaseGoesToAnotherAgentWithAllItHolds() {
        Case before = licence.handedIn();
        UUID id = before.id();
        Actor.Resident first = person("shen-jiaming");
        Actor.Resident second = person("wu-haiyan");
        assertThat(change(first, id, second.subject())).as("no mandate").isInstanceOf(ChangeRepresentative.NoMandate.class);
        mandate(first, Objects.requireNonNull(before.subject()), "wu-haiyan");
        assertThat(change(second, id, second.subject())).as("she cannot take it herself").isInstanceOf(ChangeRepresentative.NotFound.class);
        assertThat(change(first, id, second.subject())).isEqualTo(new ChangeRepresentative.Changed(id));
        Case after = seen(second, id);
        assertThat(after.applicant()).isEqualTo(second.subject());
        assertThat(after.content().answers()).isEqualTo(before.content().answers());
        assertThat(after.content().evidence()).isEqualTo(before.content().evidence());
        assertThat(cases.listEvents(after)).as("what happened before is read with the new key").extracting(CaseEvent::type)
                .containsExactly(CaseEvent.Type.STARTED, CaseEvent.Type.SUBMITTED, CaseEvent.Type.REPRESENTED);
        assertThat(after.deadline()).as("the time runs on").isEqualTo(before.deadline());
        assertThat(new Browser().signIn("wu-haiyan", "/cases").get("/cases/" + id).body()).contains("Another representative now acts");
    }

    @Test
    void aPersonLetsAnotherActForHerAndTakesItBackIntoHerOwnHands() {
        Actor.Resident applicant = person("ma-chao");
        UUID id = draft(applicant, "no-criminal-record-certificate");
        walk(applicant, id, Map.of());
        bringAll(applicant, id);
        fill(applicant, id);
        Actor.Resident agent = person("wu-haiyan");
        assertThat(change(applicant, id, agent.subject())).as("a draft").isInstanceOf(ChangeRepresentative.NotFound.class);
        handInWithoutTheRuleThatDecidesAtOnce(applicant, id);
        Browser browser = new Browser().signIn("ma-chao", "/cases");
        String address = "/cases/" + id + "/representative";
        assertThat(browser.get(address).body()).contains("There is nobody to take it over");
        mandate(applicant, applicant.subject(), "wu-haiyan");
        assertThat(cases.find(agent, id)).as("a mandate alone opens nothing").isEmpty();
        for (String nonsense : new String[] {"", "x", "-1", "99999999999999999999", "<b>", String.valueOf(person("he-jing").subject().number())}) {
            assertThat(browser.post(address, "representative", nonsense).body()).as(nonsense).contains("Choose who goes on with it");
        }
        assertThat(browser.post(address, "representative", String.valueOf(agent.subject().number())).body()).contains("from now on the new representative acts");
        assertThat(seen(agent, id).representative()).isEqualTo(agent.subject());
        assertThat(seen(applicant, id).applicant()).isEqualTo(applicant.subject());
        assertThat(change(applicant, id, applicant.subject())).isEqualTo(new ChangeRepresentative.Changed(id));
        assertThat(cases.find(agent, id)).isEmpty();
        desk.perform(applicant, TestCity.get(WithdrawCase.class), new WithdrawCase.Request(id));
        assertThat(change(applicant, id, agent.subject())).isEqualTo(new ChangeRepresentative.TooLate(CaseState.WITHDRAWN));
    }

    private void handInWithoutTheRuleThatDecidesAtOnce(Actor applicant, UUID id) {
        CaseStore store = TestCity.get(CaseStore.class);
        CityTime time = TestCity.get(CityTime.class);
        Case about = seen(applicant, id);
        store.update(about.after(CaseEvent.Type.SUBMITTED).handedIn(store.nextNumber().value(), time.now()).due(time.today().plusDays(9)));
        store.append(about, CaseEvent.Type.SUBMITTED, applicant, Map.of());
    }

    @Test
    void aStrangerChangesNothing() {
        UUID id = licence.handedIn().id();
        assertThat(change(person("he-jing"), id, person("he-jing").subject())).isInstanceOf(ChangeRepresentative.NotFound.class);
        assertThat(change(person("he-jing"), UUID.randomUUID(), person("he-jing").subject())).isInstanceOf(ChangeRepresentative.NotFound.class);
        assertThat(new Browser().signIn("he-jing", "/cases").get("/cases/" + id + "/representative").statusCode()).isEqualTo(404);
    }
}
