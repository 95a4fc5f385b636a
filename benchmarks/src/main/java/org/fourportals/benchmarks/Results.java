package org.fourportals.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one run, printed as they come and written as JSON in the form that reviewers read. */
public final class Results {

    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();

    /** Prints to `out`. */
    public Results(PrintStream out) {
        this.out = out;
    }

    /** Adds and prints a figure. */
    public void add(Figure figure) {
        figures.add(figure);
        out.println(figure);
    }

    /** Says something to whoever watches; not a figure. */
    public void say(String text) {
        out.println("# " + text);
    }

    /** All figures so far, in their order. */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Writes them to a file, with the machine they were measured on. */
    public void write(Path file, String bench, String command, LocalDate date) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json(bench, command, date));
        say("written to " + file);
    }

    /** The JSON of a run. Throws {@link IllegalArgumentException} if a figure is not a finite number. */
    public String json(String bench, String command, LocalDate date) {
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"bench\": ").append(quoted(bench)).append(",\n");
        json.append("  \"command\": ").append(quoted(command)).append(",\n");
        json.append("  \"date\": ").append(quoted(date.toString())).append(",\n");
        json.append("  \"machine\": {\"cores\": ").append(Runtime.getRuntime().availableProcessors())
                .append(", \"memoryGiB\": ").append(Math.round(memory() / (double) (1 << 30)))
                .append(", \"java\": ").append(quoted(Runtime.version().toString())).append("},\n");
        json.append("  \"figures\": [");
        for (int i = 0; i < figures.size(); i++) {
            json.append(i == 0 ? "\n    " : ",\n    ").append(json(figures.get(i)));
        }
        return json.append("\n  ]\n}\n").toString();
    }

    private static String json(Figure figure) {
        return "{\"name\": " + quoted(figure.name()) + ", \"value\": " + number(figure.value()) + ", \"unit\": " + quoted(figure.unit())
                + (figure.peer() == null ? "" : ", \"peer\": " + quoted(figure.peer()))
                + (figure.ratio() == null ? "" : ", \"ratio\": " + number(figure.ratio())) + "}";
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a figure: " + value);
        }
        return Figure.shown(value);
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() : 0;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(c < 0x20 ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
