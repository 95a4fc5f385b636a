package org.fourportals.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.audit.AuditLog;
import org.fourportals.audit.AuditTree;
import org.fourportals.audit.Checkpoint;
import org.fourportals.audit.Merkle;
import org.fourportals.base.Actor;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program calls it. */
class ApiTest {

    private final JsonMapper json = TestCity.get(JsonMapper.class);

    @Test
    void describesItselfInOpenApi31() {
        JsonNode api = read(new Browser().get("/api/openapi.json"));
        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.get("paths").propertyNames()).containsExactlyInAnyOrder("/api/affairs", "/api/affairs/{id}", "/api/search",
                "/api/cases", "/api/cases/{id}", "/api/cases/{id}/submit", "/api/cases/{id}/withdraw",
                "/api/work/next", "/api/work/cases/{id}", "/api/work/cases/{id}/accept", "/api/work/cases/{id}/review", "/api/work/cases/{id}/decide",
                "/api/work/cases/{id}/supplement", "/api/certificates/{code}", "/api/affairs/{id}/linked-data", "/api/catalogue/linked-data", "/api/datasets/linked-data",
                "/api/audit/checkpoint", "/api/audit/checkpoints/{size}", "/api/audit/consistency", "/api/audit/key", "/api/intake/{connector}", "/api/delivery/events",
                "/api/delivery/key");
        assertThat(api.at("/components/schemas/AffairSummary/properties").propertyNames()).contains("online");
        assertThat(api.at("/paths/~1api~1cases/get/responses").propertyNames()).contains("default");
    }

    @Test
    void listsAndFindsAffairsInBothLanguages() {
        assertThat(read(new Browser().get("/api/affairs"))).hasSize(408);
        assertThat(read(new Browser().get("/api/affairs?department=nobody"))).isEmpty();
        JsonNode affair = read(new Browser().get("/api/affairs/child-medical-insurance-enrolment"));
        assertThat(affair.at("/affair/name/zh").asString()).isNotBlank();
        assertThat(affair.at("/affair/name/en").asString()).isNotBlank();
        assertThat(Long.parseLong(affair.get("circumstances").asString())).isPositive();
        assertThat(affair.get("requirements")).isNotEmpty();
        assertThat(read(new Browser().get("/api/affairs/" + TestCity.ONLY_DESCRIBED)).at("/affair/online").asBoolean()).isFalse();
        assertThat(read(new Browser().get("/api/search?q=restaurant%20licence&limit=3")).at("/affairs/0/id").asString())
                .isEqualTo("food-business-licence");
    }

    @Test
    void showsAResidentHerOwnCasesAndNoOthers() {
        FoodLicence licence = new FoodLicence();
        UUID id = licence.handedIn().id();
        Browser agent = signedIn("shen-jiaming");
        assertThat(agent.get("/api/cases").body()).contains(id.toString());
        JsonNode own = read(agent.get("/api/cases/" + id));
        assertThat(own.at("/summary/state").asString()).isEqualTo("SUBMITTED");
        assertThat(own.get("events")).hasSizeGreaterThan(1);
        assertProblem(signedIn("wu-haiyan").get("/api/cases/" + id), 404);
        assertProblem(new Browser().get("/api/cases"), 401);
        assertProblem(signedIn("reviewer-market").get("/api/cases"), 403);
    }

    @Test
    void showsEverybodyTheLogsCheckpoints() {
        AuditTree tree = TestCity.get(AuditTree.class);
        TestCity.get(AuditLog.class).recordAct(new Actor.Automatic("test"), "Test", null, "Done");
        tree.append();
        Checkpoint first = tree.checkpoint().orElseThrow();
        signedIn("ma-chao");
        TestCity.get(AuditLog.class).recordAct(new Actor.Automatic("test"), "Test", null, "Done");
        tree.append();
        Checkpoint second = tree.checkpoint().orElseThrow();
        Checkpoint latest = Checkpoint.parse(new Browser().get("/api/audit/checkpoint").body());
        assertThat(latest.size()).isGreaterThanOrEqualTo(second.size());
        assertThat(new Browser().get("/api/audit/checkpoints/" + first.size()).body()).isEqualTo(first.text());
        JsonNode shown = read(new Browser().get("/api/audit/consistency?from=" + first.size() + "&to=" + second.size()));
        List<byte[]> proof = new ArrayList<>();
        shown.get("proof").forEach(hash -> proof.add(Base64.getDecoder().decode(hash.asString())));
        assertThat(Merkle.continues(first.size(), first.root(), second.size(), second.root(), proof)).isTrue();
        assertThat(new Browser().get("/api/audit/key").body()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertProblem(new Browser().get("/api/audit/checkpoints/0"), 404);
        assertProblem(new Browser().get("/api/audit/checkpoints/x"), 400);
        assertProblem(new Browser().get("/api/audit/consistency?from=" + second.size() + "&to=" + first.size()), 400);
    }

    @Test
    void answersWrongCallsWithAProblemAndAReference() {
        assertProblem(new Browser().get("/api/nothing"), 404);
        assertProblem(new Browser().get("/api/affairs/no-such"), 404);
        assertProblem(new Browser().get("/api/search"), 400);
        assertProblem(new Browser().get("/api/search?q=" + "x".repeat(161)), 400);
        assertProblem(new Browser().get("/api/search?q=x&limit=1000000"), 400);
        assertProblem(new Browser().get("/api/search?q=x&limit=%00"), 400);
        assertProblem(new Browser().get("/api/certificates/AAAA-BBBB"), 404);
        assertProblem(new Browser().get("/api/certificates/" + "A".repeat(65)), 400);
        assertProblem(signedIn("ma-chao").get("/api/cases/1"), 400);
        assertProblem(new Browser().post("/api/affairs", "a", "b"), 405);
    }

    private void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.uri().toString()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
        assertThat(read(response).get("reference").asString()).matches("[A-Z0-9]{8}");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private JsonNode read(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    private static Browser signedIn(String username) {
        return new Browser().signIn(username, "/oauth2/authorization/city");
    }
}
