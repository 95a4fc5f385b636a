package org.fourportals.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs that hand in and work on cases: every act once, by whom it concerns, on what she has seen. */
class WorkApiTest {

    private final JsonMapper json = TestCity.get(JsonMapper.class);
    private final FoodLicence licence = new FoodLicence();
    private final Browser agent = signedIn("shen-jiaming");
    private final Browser clerk = signedIn("clerk-xihu");

    @Test
    void leadsACaseFromHandingInToTheDecision() {
        UUID id = licence.complete();
        JsonNode submitted = done(act(agent, "/api/cases/" + id + "/submit", UUID.randomUUID(), ""));
        assertThat(submitted.get("outcome").asString()).isEqualTo("submitted");
        assertThat(submitted.at("/details/number").asString()).isNotBlank();
        done(act(clerk, "/api/work/cases/" + id + "/accept", UUID.randomUUID(), seen(clerk, id)));
        for (String reviewer : new String[] {"reviewer-market", "reviewer-fire"}) {
            Browser department = signedIn(reviewer);
            done(act(department, "/api/work/cases/" + id + "/review", UUID.randomUUID(), seen(department, id).replace("}", ", \"agrees\": true}")));
        }
        Browser market = signedIn("reviewer-market");
        while (read(market.get("/api/work/cases/" + id)).get("stage").asInt() < 2) {
            done(act(market, "/api/work/cases/" + id + "/review", UUID.randomUUID(), seen(market, id).replace("}", ", \"agrees\": true}")));
        }
        JsonNode decided = done(act(market, "/api/work/cases/" + id + "/decide", UUID.randomUUID(), seen(market, id).replace("}", ", \"grants\": true}")));
        assertThat(decided.at("/details/state").asString()).isEqualTo("GRANTED");
    }

    @Test
    void givesTheFirstAnswerAgainAndRefusesWhatWasNotSeen() {
        UUID id = licence.handedIn().id();
        UUID key = UUID.randomUUID();
        String seen = seen(clerk, id);
        HttpResponse<String> first = act(clerk, "/api/work/cases/" + id + "/accept", key, seen);
        assertThat(act(clerk, "/api/work/cases/" + id + "/accept", key, seen).body()).isEqualTo(first.body());
        HttpResponse<String> late = act(clerk, "/api/work/cases/" + id + "/accept", UUID.randomUUID(), seen);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(read(late).get("reason").asString()).isEqualTo("changed-meanwhile");
        assertThat(read(act(clerk, "/api/work/cases/" + id + "/accept", UUID.randomUUID(), seen(clerk, id))).get("reason").asString()).isEqualTo("not-now");
        assertThat(read(act(agent, "/api/cases/" + id + "/submit", UUID.randomUUID(), "")).get("reason").asString()).isEqualTo("already-submitted");
    }

    @Test
    void givesTheNextCaseAndKeepsItForWhoTookIt() {
        licence.handedIn();
        String mine = done(clerk.postJson("/api/work/next", UUID.randomUUID().toString(), "{}")).at("/details/caseId").asString();
        assertThat(done(clerk.postJson("/api/work/next", UUID.randomUUID().toString(), "{}")).at("/details/caseId").asString()).isEqualTo(mine);
        Browser colleague = signedIn("clerk-gongshu");
        HttpResponse<String> other = act(colleague, "/api/work/cases/" + mine + "/accept", UUID.randomUUID(), seen(colleague, UUID.fromString(mine)));
        assertThat(read(other).get("reason").asString()).isEqualTo("held-by");
    }

    @Test
    void refusesStrangersAndWrongCalls() {
        UUID id = licence.handedIn().id();
        String path = "/api/work/cases/" + id + "/accept";
        assertThat(act(agent, path, UUID.randomUUID(), "{\"rowVersion\": 1}").statusCode()).isEqualTo(403);
        assertThat(act(new Browser(), path, UUID.randomUUID(), "{\"rowVersion\": 1}").statusCode()).isEqualTo(401);
        assertThat(clerk.postJson(path, null, "{\"rowVersion\": 1}").statusCode()).as("no key").isEqualTo(400);
        assertThat(clerk.postJson(path, "no-uuid", "{\"rowVersion\": 1}").statusCode()).isEqualTo(400);
        assertThat(act(clerk, path, UUID.randomUUID(), "{\"rowVersion\": ").statusCode()).isEqualTo(400);
        assertThat(act(clerk, path, UUID.randomUUID(), "").statusCode()).isEqualTo(400);
        assertThat(act(clerk, path, UUID.randomUUID(), "{}").statusCode()).as("no row version").isEqualTo(400);
        assertThat(clerk.post(path, "rowVersion", "1").statusCode()).as("a form of another site").isEqualTo(400);
        assertThat(act(clerk, "/api/work/cases/" + UUID.randomUUID() + "/accept", UUID.randomUUID(), "{\"rowVersion\": 1}").statusCode()).isEqualTo(404);
        assertThat(act(clerk, "/api/work/cases/" + id + "/supplement", UUID.randomUUID(),
                "{\"rowVersion\": 1, \"requirements\": [], \"reason\": \"" + "x".repeat(3000) + "\"}").statusCode()).isEqualTo(413);
        assertThat(signedIn("wu-haiyan").postJson("/api/cases/" + id + "/withdraw", UUID.randomUUID().toString(), "").statusCode()).isEqualTo(404);
        assertThat(read(clerk.get("/api/work/cases/" + id)).get("state").asString()).isEqualTo("SUBMITTED");
    }

    private static HttpResponse<String> act(Browser who, String path, UUID key, String body) {
        return who.postJson(path, key.toString(), body);
    }

    private String seen(Browser who, UUID id) {
        return "{\"rowVersion\": " + read(who.get("/api/work/cases/" + id)).get("rowVersion").asInt() + "}";
    }

    private JsonNode done(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return read(response);
    }

    private JsonNode read(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    private static Browser signedIn(String username) {
        return new Browser().signIn(username, "/oauth2/authorization/city");
    }
}
