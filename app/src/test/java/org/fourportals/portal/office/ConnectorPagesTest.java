package org.fourportals.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;

import org.fourportals.TestCity;
import org.fourportals.intake.ApproveColumns;
import org.fourportals.intake.Connector;
import org.fourportals.intake.Connectors;
import org.fourportals.intake.PushKeys;
import org.fourportals.intake.internal.ConnectorStore;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The data bureau sees how departments' data come in, over HTTP. */
class ConnectorPagesTest {

    private static final String ADDRESS = "/office/connectors/library-readers";

    private final Connectors connectors = TestCity.get(Connectors.class);
    private final Browser bureau = signedIn("bureau");
    private Connector readers = get();

    private Connector get() {
        connectors.refresh();
        return connectors.find("library-readers").orElseThrow();
    }

    private static Browser signedIn(String username) {
        return new Browser().signIn(username, "/office");
    }

    @BeforeEach
    void read() {
        readers = get();
        while (connectors.health(readers).succeeded() == null) {
            connectors.readAll(readers);
        }
    }

    @Test
    void showsConnectorsAndWhatTheyCouldNotTake() {
        assertThat(bureau.get("/office/connectors").body()).contains("Public library readers", "Files in a folder", "Running");
        assertThat(bureau.get(ADDRESS).body()).contains("Rows written", "295", "5 to be put right");
        String rejected = bureau.get(ADDRESS + "/rejected").body();
        assertThat(rejected).contains("readers.csv", "registeredDate must be a date that exists", "3 cells instead of 5");
        assertThat(bureau.get(ADDRESS + "/rejected?reason=date").body()).contains("registeredDate").doesNotContain("3 cells instead of 5");
        assertThat(bureau.get(ADDRESS + "/rejected?reason=%3Cb%3E&page=99").body()).contains("No rejected rows");
    }

    @Test
    void rejectedRowsAreTriedAgainWithTheResultInNumbers() {
        assertThat(bureau.get(ADDRESS).body()).contains("Try rejected rows again");
        assertThat(bureau.post(ADDRESS + "/retry").body()).contains("Tried again: 0 came into the pool");
        assertThat(bureau.post(ADDRESS + "/retry", "reason", "no-such-reason").body()).contains("There is no row that can be tried again.");
    }

    @Test
    void theDownloadSaysReasonsAndNoValues() {
        String csv = bureau.get(ADDRESS + "/rejected.csv").body();
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv).contains("registeredDate").doesNotContain("HZ000017").doesNotContain("0000-00-00");
    }

    @Test
    void pausesAndResumes() {
        assertThat(bureau.post(ADDRESS + "/pause").body()).contains("Paused. It goes on");
        assertThat(bureau.post(ADDRESS + "/pause").body()).contains("somebody was quicker");
        assertThat(bureau.get("/office/connectors").body()).contains("Paused");
        assertThat(bureau.post(ADDRESS + "/resume").body()).contains("It goes on.");
    }

    @Test
    void showsChangedColumnsAndGoesOnWhenTheyAreApproved() {
        Map<String, String> seen = connectors.health(readers).seen();
        Map<String, String> more = new java.util.HashMap<>(seen);
        more.put("branch", "text");
        TestCity.get(ConnectorStore.class).accept(readers.id(), more);
        TestCity.get(ConnectorStore.class).stop(readers.id(), seen, readers.text());
        String seal = ApproveColumns.seal(connectors.change(readers).orElseThrow());
        assertThat(bureau.get(ADDRESS).body()).contains("The source has changed its columns", "branch", "Missing", seal);
        assertThat(bureau.post(ADDRESS + "/approve", "seen", "other").body()).contains("The columns differ again");
        assertThat(bureau.post(ADDRESS + "/approve", "seen", seal).body()).contains("Approved. It goes on.");
        assertThat(connectors.change(readers)).isEmpty();

        TestCity.get(ConnectorStore.class).stop(readers.id(), Map.of("residentId", "text"), readers.text());
        assertThat(bureau.get(ADDRESS).body()).contains("Gone, though the connector needs it: changed, readerNo").doesNotContain("/approve\"");
        assertThat(bureau.post(ADDRESS + "/approve", "seen", ApproveColumns.seal(connectors.change(readers).orElseThrow())).body())
                .contains("A column is gone that the connector needs");
        TestCity.get(ConnectorStore.class).accept(readers.id(), seen);
    }

    @Test
    void registersAndRevokesADepartmentsKey() throws Exception {
        String address = "/office/connectors/dog-licences/keys";
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----";
        assertThat(bureau.get("/office/connectors/dog-licences").body()).contains("/keys\"");
        assertThat(bureau.post(address, "name", "server", "key", "nonsense").body()).contains("no Ed25519 public key");
        assertThat(bureau.post(address, "name", "<server>", "key", pem).body()).contains("Registered. Signatures name it", "&lt;server").doesNotContain("<server>");
        assertThat(bureau.post(address, "name", "again", "key", pem).body()).contains("registered already");
        String id = TestCity.get(PushKeys.class).list("urban-management").getFirst().id();
        assertThat(bureau.post(address + "/" + id + "/revoke").body()).contains("Nothing signed with it is taken any more", "Revoked ");
        assertThat(bureau.get(ADDRESS + "/keys").statusCode()).as("files are not signed").isEqualTo(404);
    }

    @Test
    void whatIsPushedWithoutSignatureIsRefusedAsAProblem() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(HttpRequest.newBuilder(URI.create(TestCity.address() + "/api/intake/dog-licences"))
                    .header("Batch-Id", "b-1").POST(HttpRequest.BodyPublishers.ofString("{}")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(response.body()).contains("no-signature");
        }
    }

    @Test
    void isForTheDataBureauOnly() {
        assertThat(signedIn("editor").get(ADDRESS).statusCode()).isEqualTo(403);
        assertThat(bureau.get("/office/connectors/no-such").statusCode()).isEqualTo(404);
    }
}
