package org.fourportals.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.fourportals.base.Language;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Lifecycle;
import org.fourportals.portal.Messages;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The picture of the lifecycle in the docs is the one that the code draws; with {@code -Dfourportals.draw=true} it is drawn anew. */
class LifecyclePictureTest {

    private static final Path DOCS = Path.of("../docs");

    private final Messages messages = Messages.fromClasspath();
    private final LifecyclePicture both = new LifecyclePicture(key -> {
        String zh = messages.get(Language.ZH, key);
        String en = messages.get(Language.EN, key);
        return zh.equals(en) ? zh : zh.strip() + " / " + en.strip();
    });

    @Test
    void theDocsShowTheGraphThatTheCodeGoesBy() throws IOException {
        same("lifecycle.svg", both.svg(null));
        same("lifecycle.md", page());
    }

    private static void same(String name, String drawn) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("fourportals.draw")) {
            Files.writeString(file, drawn);
        }
        assertThat(Files.readString(file)).as("run this test with -Dfourportals.draw=true to draw docs/%s anew", name).isEqualTo(drawn);
    }

    private String page() {
        return """
                # The life of a case

                Drawn from `Lifecycle.java`, by which every operation goes; `LifecyclePictureTest` fails where this page and the code differ, and draws it anew with
                `-Dfourportals.draw=true`. The offices see the same picture at `/office/lifecycle`.

                ![The life of a case: the table below says the same](lifecycle.svg)

                | No. | from | what happens | to |
                | --- | --- | --- | --- |
                %s
                These leave the state as it is:

                | in | what happens |
                | --- | --- |
                %s
                As Mermaid:

                ```mermaid
                %s```
                """.formatted(both.rows().stream().map(r -> "| %d | %s | %s | %s |\n".formatted(r.number(), r.from(), r.event(), r.to())).collect(Collectors.joining()),
                both.staying().stream().map(r -> "| %s | %s |\n".formatted(r.from(), r.event())).collect(Collectors.joining()), both.mermaid());
    }

    @Test
    void itHasEveryStateOnceAndMarksOneOnly() throws Exception {
        Document svg = parse(both.svg(CaseState.IN_REVIEW));
        List<String> classes = new ArrayList<>();
        var groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            classes.add(groups.item(i).getAttributes().getNamedItem("class").getNodeValue());
        }
        assertThat(classes).hasSize(CaseState.values().length);
        assertThat(classes).filteredOn(each -> each.contains("here")).hasSize(1);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("审核中 / In review", "→");
        assertThat(both.svg(null)).doesNotContain("lc-state--here");
    }

    @Test
    void noNumberCoversAnotherAndNoBoxLiesOutside() {
        LifecycleDrawing drawing = LifecycleDrawing.of();
        List<LifecycleDrawing.Line> lines = drawing.lines();
        for (LifecycleDrawing.Line one : lines) {
            for (LifecycleDrawing.Line other : lines) {
                double apart = Math.hypot(one.x() - other.x(), one.y() - other.y());
                assertThat(one == other || apart >= 19).as("numbers %d and %d", one.number(), other.number()).isTrue();
            }
            assertThat(one.x()).isBetween(10, drawing.width() - 10);
        }
        assertThat(lines.stream().map(LifecycleDrawing.Line::path)).doesNotHaveDuplicates();
        assertThat(drawing.width()).as("fits a phone").isLessThanOrEqualTo(390);
        assertThat(drawing.boxes()).allSatisfy(box -> assertThat(box.y() + LifecycleDrawing.BOX_HEIGHT).isLessThan(drawing.height()));
    }

    @Test
    void everyStateIsReachedAndWhatEndsACaseIsFollowedByNothingThatMovesIt() {
        List<CaseState> reached = Lifecycle.ways().stream().filter(Lifecycle.Way::moves).map(Lifecycle.Way::to).distinct().toList();
        assertThat(reached).containsExactlyInAnyOrder(CaseState.values());
        assertThat(LifecyclePicture.ends()).containsExactlyInAnyOrder(CaseState.GRANTED, CaseState.WITHDRAWN, CaseState.DISCARDED);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
