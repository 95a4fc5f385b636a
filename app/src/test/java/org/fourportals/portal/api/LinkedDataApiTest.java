package org.fourportals.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.fourportals.TestCity;
import org.fourportals.linked.LinkedData;
import org.fourportals.linked.PublicServices;
import org.fourportals.linked.Reading;
import org.fourportals.linked.Syntax;
import org.junit.jupiter.api.Test;

/** The linked data as a program fetches it. */
class LinkedDataApiTest {

    private static final String ONE = "/api/affairs/food-business-licence/linked-data";

    private final PublicServices all = TestCity.get(LinkedData.class).describe();

    @Test
    void isFoundFromTheAffairsPage() throws Exception {
        assertThat(new String(get("/affairs/food-business-licence", "Accept", "text/html").body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("<link rel=\"alternate\" type=\"text/turtle\" href=\"" + ONE + "\">");
    }

    @Test
    void givesTheSyntaxThatIsAskedFor() throws Exception {
        for (Syntax syntax : Syntax.values()) {
            HttpResponse<byte[]> response = get(ONE, "Accept", syntax.mediaType());
            assertThat(header(response, "Content-Type")).startsWith(syntax.mediaType());
            assertThat(header(response, "Cache-Control")).contains("max-age=300").contains("public");
            assertThat(LinkedData.read(response.body(), syntax)).isEqualTo(new Reading.Read(all.only("food-business-licence")));
        }
        assertThat(header(get(ONE, "Accept", "*/*"), "Content-Type")).startsWith("text/turtle");
        assertThat(header(get(ONE, "Accept", "text/turtle;q=0.2, application/ld+json;q=0.9"), "Content-Type")).startsWith("application/ld+json");
        assertThat(get(ONE, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(get(ONE, "Accept", "nonsense").statusCode()).isBetween(400, 406);
        assertThat(get("/api/affairs/no-such/linked-data", "Accept", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void givesTheWholeCatalogueAndSaysWhenNothingIsNew() throws Exception {
        HttpResponse<byte[]> response = get("/api/catalogue/linked-data", "Accept", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(LinkedData.read(response.body(), Syntax.TURTLE)).isEqualTo(new Reading.Read(all));
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("办理");
        HttpResponse<byte[]> again = get("/api/catalogue/linked-data", "If-None-Match", header(response, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private static HttpResponse<byte[]> get(String path, String header, String value) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(TestCity.address() + path)).header(header, value).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
