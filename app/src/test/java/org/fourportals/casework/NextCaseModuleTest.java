package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;

/** "Next": least time left first, never the same for two, and what one holds first. */
class NextCaseModuleTest extends WholeCases {

    private static final int MANY = 16;

    private final NextCase nextCase = TestCity.get(NextCase.class);
    private final FoodLicence licence = new FoodLicence();

    private static Actor clerk(int number) {
        return new Actor.Staff("clerk-next-" + number, new Text("窗口", "Clerk"), Set.of(Role.CLERK), "township-offices", "xihu", Portal.COUNTER, null);
    }

    private NextCase.Outcome next(Actor staff) {
        return desk.perform(staff, nextCase, new NextCase.Request());
    }

    @Test
    void manyWhoAskAtOnceGetDifferentOnesAndEachKeepsHers() throws Exception {
        for (int i = 0; i < MANY; i++) {
            licence.handedIn();
        }
        List<Future<NextCase.Outcome>> asked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < MANY; number++) {
                Actor clerk = clerk(number);
                Callable<NextCase.Outcome> ask = () -> next(clerk);
                asked.add(threads.submit(ask));
            }
        }
        Set<UUID> given = new HashSet<>();
        for (int number = 0; number < MANY; number++) {
            UUID id = ((NextCase.Given) asked.get(number).get()).caseId();
            assertThat(given.add(id)).as("nobody else has it").isTrue();
            assertThat(next(clerk(number))).as("she holds it still").isEqualTo(new NextCase.Given(id));
        }
    }

    @Test
    void theLeastTimeLeftComesFirstAndAReviewerGetsHerDepartments() {
        Actor clerk = clerk(100);
        UUID urgent = licence.handedIn().id();
        TestCity.get(CaseStore.class).update(licence.seen(urgent).due(LocalDate.of(2020, 1, 1)));
        assertThat(next(clerk)).isEqualTo(new NextCase.Given(urgent));
        desk.perform(clerk, TestCity.get(AcceptCase.class), new AcceptCase.Request(urgent, licence.seen(urgent).rowVersion()), UUID.randomUUID());
        Actor fire = staff("reviewer-fire");
        assertThat(next(fire)).isEqualTo(new NextCase.Given(urgent));
        assertThat(next(new Actor.Staff("nobody", new Text("无", "No"), Set.of(Role.REVIEWER), "no-such-department", null, Portal.OFFICE, null)))
                .isEqualTo(new NextCase.NothingWaits());
    }

    @Test
    void opensItFromTheWorklist() {
        licence.handedIn();
        Browser clerk = new Browser().signIn("clerk-gongshu", "/counter/worklist");
        assertThat(clerk.get("/counter/worklist").body()).contains("Next case");
        assertThat(clerk.post("/counter/worklist/next").uri().getPath()).matches("/counter/cases/[0-9a-f-]{36}");
        assertThat(new Browser().signIn("wu-haiyan", "/cases").get("/counter/worklist/next").statusCode()).isEqualTo(403);
    }
}
