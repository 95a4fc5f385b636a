package org.fourportals.portal.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.portal.Page;

/**
 * The looks as a table for a spreadsheet (RFC 4180, UTF-8 with a mark so that spreadsheets see it). A cell that a spreadsheet would run as a
 * formula is made plain text.
 */
final class ReadsCsv {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private ReadsCsv() {
    }

    static String of(Page page, List<ReadLine> lines) {
        Stream<String> head = Stream.of(row(Stream.of("when", "who", "portal", "why", "case", "what", "fields", "ground", "outcome")
                .map(name -> page.t("web.reads.csv." + name))));
        Stream<String> rows = lines.stream().flatMap(line -> line.items().stream().map(item -> row(Stream.of(page.dateTime(line.at()), line.who(),
                line.portal(), line.why(), line.caseNumber() == null ? "" : line.caseNumber(), item.name(), item.fields(), line.ground(),
                page.t(item.refused() ? "web.reads.refused" : "web.reads.shown")))));
        return Stream.concat(head, rows).collect(Collectors.joining("", MARK, ""));
    }

    private static String row(Stream<String> cells) {
        return cells.map(ReadsCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
