package org.fourportals.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;

/** An affair's rules as a DMN model, out and back in, and drawn as a diagram. */
class ModelPagesTest {

    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    @Test
    void exportsAnAffairAsADmnModel() {
        HttpResponse<String> model = signedIn("editor").get("/office/affairs/old-age-allowance/model");
        assertThat(model.headers().firstValue("content-type").orElseThrow()).startsWith("application/xml");
        assertThat(model.body()).contains("https://www.omg.org/spec/DMN/20230324/MODEL/").contains("hitPolicy=\"COLLECT\"").contains("registered-elsewhere");
        assertThat(signedIn("editor").get("/office/affairs/no-such-affair/model").statusCode()).isEqualTo(404);
    }

    @Test
    void takesAModelsConditionsIntoTheText() {
        String id = "no-criminal-record-certificate";
        String path = "/office/affairs/" + id;
        Browser editor = signedIn("editor");
        String xml = editor.get(path + "/model").body();
        String revision = revision(editor.get(path + "/edit").body());
        assertThat(editor.upload(path + "/edit/file", "file", xml.getBytes(StandardCharsets.UTF_8), "revision", revision, "key", key()).body())
                .contains("agree in every circumstance");
        assertThat(editor.upload(path + "/edit/file", "file", "<definitions/>".getBytes(StandardCharsets.UTF_8), "revision", revision, "key", key()).body())
                .contains(id + ".dmn:1");
    }

    @Test
    void drawsTheDecisionDiagram() {
        Browser editor = signedIn("editor");
        assertThat(editor.get("/office/affairs/old-age-allowance/picture").body()).contains("<svg", "wb-spot--accepted", "wb-spot--refused", "The picture in words", " → ");
        assertThat(editor.get("/office/affairs/food-business-licence/picture?spots=8").body()).contains("wb-spot--folded", "More detail");
        assertThat(editor.get("/office/affairs/food-business-licence/picture?spots=-1").statusCode()).isEqualTo(200);
        assertThat(editor.get("/office/affairs/no-such-affair/picture").statusCode()).isEqualTo(404);
        assertThat(editor.get("/office/affairs/old-age-allowance/picture?spots=x").statusCode()).isEqualTo(400);
    }

    private static String revision(String body) {
        Matcher hidden = REVISION.matcher(body);
        assertThat(hidden.find()).isTrue();
        return hidden.group(1);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Browser signedIn(String username) {
        return new Browser().signIn(username, "/office");
    }
}
