package org.fourportals.benchmarks.assistant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fourportals.assistant.Place;
import org.fourportals.assistant.Place.Kind;
import org.fourportals.base.Portal;

/** Questions, the page they are asked on and what is expected, from a table with the columns page, lang, question, expect. */
final class Questions {

    private Questions() {}

    /** `expected` is affair:ID, go:TARGET, fact:ID:FIELD or refuse. */
    record Question(String page, String language, String text, String expected) {

        /** What kind of answer is wanted: affair, go, fact or refuse. */
        String kind() {
            int colon = expected.indexOf(':');
            return colon < 0 ? expected : expected.substring(0, colon);
        }

        Place place() {
            int colon = page.indexOf(':');
            String rest = colon < 0 ? "" : page.substring(colon + 1);
            return switch (colon < 0 ? page : page.substring(0, colon)) {
                case "home" -> Place.of(Portal.WEB, Kind.HOME);
                case "affair" -> Place.affair(Portal.WEB, Kind.AFFAIR, rest);
                case "interview" -> Place.affair(Portal.WEB, Kind.INTERVIEW, rest);
                case "apply" -> Place.affair(Portal.WEB, Kind.APPLY, rest);
                case "case" -> Place.of(Portal.WEB, Kind.CASE);
                case "bookings" -> Place.of(Portal.WEB, Kind.CENTRES);
                case "wallet" -> Place.of(Portal.WEB, Kind.WALLET);
                case "kiosk-home" -> Place.of(Portal.KIOSK, Kind.MACHINE);
                case "window-queue" -> Place.of(Portal.COUNTER, Kind.WINDOW);
                default -> Place.of(Portal.WEB, Kind.OTHER);
            };
        }
    }

    /** Throws {@link IllegalArgumentException} if the file is missing or not such a table. */
    static List<Question> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file, e);
        }
        if (lines.isEmpty() || !lines.getFirst().equals("page\tlang\tquestion\texpect")) {
            throw new IllegalArgumentException(file + " does not begin with the columns page, lang, question, expect, tabs between");
        }
        List<Question> questions = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != 4 || !cells[3].matches("refuse|affair:[^:]+|go:[^:]+|fact:[^:]+:[^:]+")) {
                throw new IllegalArgumentException(file + ", line " + (i + 1) + ": a page, a language, a question and affair:, go:, fact: or refuse are needed");
            }
            questions.add(new Question(cells[0], cells[1], cells[2], cells[3]));
        }
        return questions;
    }
}
