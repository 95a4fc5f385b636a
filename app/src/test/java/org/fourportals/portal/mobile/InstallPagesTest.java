package org.fourportals.portal.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.fourportals.TestCity;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The phone's pages can be installed, and nobody's page is kept on the phone. */
class InstallPagesTest {

    private final Browser browser = new Browser();

    @Test
    void theManifestIsWholeAndItsIconsAreWhatItSays() throws IOException {
        var answer = browser.get("/m/manifest.webmanifest?lang=en");
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/manifest+json");
        JsonNode manifest = new JsonMapper().readTree(answer.body());
        assertThat(manifest.get("name").asString()).contains("Four Portals");
        assertThat(manifest.get("start_url").asString()).isEqualTo("/m");
        assertThat(manifest.get("display").asString()).isEqualTo("standalone");
        assertThat(manifest.get("icons")).hasSize(3);
        for (JsonNode icon : manifest.get("icons")) {
            var picture = ImageIO.read(URI.create(TestCity.address() + icon.get("src").asString()).toURL());
            assertThat(picture.getWidth() + "x" + picture.getHeight()).isEqualTo(icon.get("sizes").asString());
        }
        assertThat(answer.body()).contains("maskable", "\"192x192\"", "\"512x512\"");
    }

    @Test
    void theWorkerKeepsFilesOfTheKitAndOnePageOfNobody() {
        var answer = browser.get("/m/service-worker.js");
        assertThat(answer.headers().firstValue("Service-Worker-Allowed")).hasValue("/m");
        var kept = Pattern.compile("\"(/[^\"]*)\"").matcher(answer.body().lines().filter(line -> line.startsWith("const FILES")).findFirst().orElseThrow());
        int files = 0;
        while (kept.find()) {
            files++;
            assertThat(kept.group(1)).matches("/assets/.+|/m/offline");
            assertThat(browser.get(kept.group(1)).statusCode()).as(kept.group(1)).isEqualTo(200);
        }
        assertThat(files).isGreaterThan(4);
        Browser signedIn = new Browser().signIn("gao-ting", "/m/wallet");
        assertThat(signedIn.get("/m").body()).contains("Hello, ");
        assertThat(signedIn.get("/m/offline").body()).contains("You are offline").doesNotContain("_csrf", "Sign out");
    }
}
