package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.fourportals.casework.CaseEvent;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Lifecycle;
import org.jspecify.annotations.Nullable;

/** The {@link Lifecycle} as a picture (SVG), as a table of the same, and as Mermaid, in the words that it is given. */
final class LifecyclePicture {

    /** Of the Latin alphabet, that fit beside one another into a box. */
    private static final int LETTERS = 17;

    private final UnaryOperator<String> words;

    /** @param words the sentence of a key, in one language or in both */
    LifecyclePicture(UnaryOperator<String> words) {
        this.words = words;
    }

    /** One line of the table: `number` as in the picture, 0 where the case stays in its state and nothing is drawn. */
    record Row(int number, String from, String event, String to) {
    }

    /** What the picture says, for who cannot see it, then every way. */
    List<Row> rows() {
        List<Lifecycle.Way> moving = LifecycleDrawing.moving();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < moving.size(); i++) {
            Lifecycle.Way way = moving.get(i);
            rows.add(new Row(i + 1, state(Objects.requireNonNull(way.from())), event(way), state(way.to())));
        }
        return rows;
    }

    /** What may happen without leading to another state. */
    List<Row> staying() {
        return Lifecycle.ways().stream().filter(way -> !way.moves()).map(way -> new Row(0, state(way.to()), event(way), state(way.to()))).toList();
    }

    /** @param here the state to be marked; null for none */
    String svg(@Nullable CaseState here) {
        LifecycleDrawing drawing = LifecycleDrawing.of();
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" class="lc" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
                aria-labelledby="lc-title lc-desc" font-family="system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif">
                <title id="lc-title">%3$s</title>
                <desc id="lc-desc">%4$s</desc>
                <defs><marker id="lc-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M 0 0 L 8 4 L 0 8 z" fill="#505a5f"/></marker></defs>
                """.formatted(drawing.width(), drawing.height(), escape(words.apply("lifecycle.title")), escape(description(here))));
        drawing.lines().forEach(line -> svg.append("""
                <path class="lc-way" d="%s" fill="none" stroke="#505a5f" stroke-width="1.5" marker-end="url(#lc-tip)"><title>%s</title></path>
                """.formatted(line.path(), escape(sentence(line.way())))));
        drawing.lines().forEach(line -> svg.append("""
                <circle class="lc-number" cx="%1$d" cy="%2$d" r="9" fill="#ffffff" stroke="#505a5f"/><text class="lc-digit" x="%1$d" y="%3$d" text-anchor="middle" font-size="11" fill="#0b0c0c">%4$d</text>
                """.formatted(line.x(), line.y(), line.y() + 4, line.number())));
        drawing.boxes().forEach(box -> svg.append(box(box, box.state() == here)));
        return svg.append("</svg>\n").toString();
    }

    private String box(LifecycleDrawing.Box box, boolean here) {
        boolean ends = ends().contains(box.state());
        StringBuilder drawn = new StringBuilder("""
                <g class="lc-state%s"><rect x="%d" y="%d" width="%d" height="%d" rx="%d" fill="%s" stroke="#1d70b8" stroke-width="%d"/>
                """.formatted(here ? " lc-state--here" : "", box.x(), box.y(), LifecycleDrawing.BOX_WIDTH, LifecycleDrawing.BOX_HEIGHT, ends ? 28 : 6,
                        here ? "#ffdd00" : "#ffffff", here ? 4 : ends ? 1 : 2));
        List<String> lines = Stream.of(state(box.state()).split(" / ")).flatMap(LifecyclePicture::fitted).toList();
        int size = lines.size() > 2 ? 13 : 15;
        for (int i = 0; i < lines.size(); i++) {
            int y = box.y() + LifecycleDrawing.BOX_HEIGHT / 2 + 5 + (2 * i - lines.size() + 1) * (size + 5) / 2;
            drawn.append("""
                    <text x="%d" y="%d" text-anchor="middle" font-size="%d" fill="#0b0c0c">%s</text>
                    """.formatted(box.x() + LifecycleDrawing.BOX_WIDTH / 2, y, size, escape(lines.get(i))));
        }
        return drawn.append("</g>\n").toString();
    }

    /** In two lines where it is too long for a box. */
    private static Stream<String> fitted(String name) {
        int cut = name.lastIndexOf(' ', LETTERS);
        return name.length() <= LETTERS || cut < 0 ? Stream.of(name) : Stream.of(name.substring(0, cut), name.substring(cut + 1));
    }

    /** The states after which nothing moves the case any more. */
    static Set<CaseState> ends() {
        Set<CaseState> ends = EnumSet.allOf(CaseState.class);
        LifecycleDrawing.moving().forEach(way -> ends.remove(way.from()));
        return ends;
    }

    String mermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (Lifecycle.Way way : Lifecycle.ways()) {
            if (way.moves()) {
                text.append("    ").append(way.from() == null ? "[*]" : way.from().name()).append(" --> ").append(way.to().name()).append(": ")
                        .append(event(way)).append('\n');
            }
        }
        for (CaseState state : CaseState.values()) {
            text.append("    ").append(state.name()).append(": ").append(state(state)).append('\n');
        }
        ends().forEach(end -> text.append("    ").append(end.name()).append(" --> [*]\n"));
        return text.toString();
    }

    private String description(@Nullable CaseState here) {
        String ways = String.join(words.apply("lifecycle.and"), LifecycleDrawing.moving().stream().map(this::sentence).toList());
        return here == null ? ways : words.apply("lifecycle.here") + " " + state(here) + ". " + ways;
    }

    private String sentence(Lifecycle.Way way) {
        return state(Objects.requireNonNull(way.from())) + " → " + state(way.to()) + ": " + event(way);
    }

    String state(CaseState state) {
        return words.apply("casefile.state." + state.name());
    }

    private String event(Lifecycle.Way way) {
        return way.when() == Lifecycle.When.ALWAYS ? event(way.by()) : words.apply("lifecycle.event." + way.by().name() + "." + way.when().name());
    }

    String event(CaseEvent.Type type) {
        return words.apply("lifecycle.event." + type.name());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
