package org.fourportals.portal.office;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.fourportals.intake.Connector;
import org.fourportals.intake.Health;
import org.fourportals.intake.Reason;
import org.fourportals.intake.Source;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Tag;

/** How connectors, their health and the reasons of rejected rows are said. */
final class ConnectorWords {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private ConnectorWords() {
    }

    static Tag state(Page page, Health health) {
        Tag.Tone tone = switch (health.state()) {
            case NEW -> Tag.Tone.QUIET;
            case RUNNING -> Tag.Tone.GOOD;
            case PAUSED -> Tag.Tone.QUIET;
            case STOPPED -> Tag.Tone.YOURS;
            case FAILING -> Tag.Tone.BAD;
        };
        return new Tag(page.t("intake.state." + health.state().name().toLowerCase(Locale.ROOT)), tone);
    }

    static String kind(Page page, Connector connector) {
        return page.t("intake.kind." + switch (connector.source()) {
            case Source.Folder _ -> "folder";
            case Source.Table _ -> "table";
            case Source.Topic _ -> "topic";
            case Source.Changes _ -> "changes";
            case Source.Push _ -> "push";
        });
    }

    static String reason(Page page, Reason reason) {
        return page.t("intake.reason." + reason.word(), reason.arguments().toArray());
    }

    /** Why a connector fails: a sentence of ours where there is one, else what the source said. */
    static String failure(Page page, String failure) {
        return Reason.read(failure).map(reason -> page.t("intake.fault." + reason.word(), reason.arguments().toArray())).orElse(failure);
    }

    /** How long something has waited, in its greatest unit; a dash where nothing waits. */
    static String lag(Page page, Connector connector, Health health) {
        if (health.waiting() == 0 && health.lag().isZero()) {
            return "–";
        }
        return health.waiting() == 0 ? span(page, health.lag()) : page.t(connector.source() instanceof Source.Changes ? "intake.lag.bytes" : "intake.lag", health.waiting(), span(page, health.lag()));
    }

    private static String span(Page page, Duration span) {
        if (span.toDays() > 1) {
            return page.t("intake.days", span.toDays());
        }
        return span.toHours() > 1 ? page.t("intake.hours", span.toHours())
                : span.toMinutes() > 1 ? page.t("intake.minutes", span.toMinutes()) : page.t("intake.seconds", span.toSeconds());
    }

    static String csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(MARK);
        for (List<String> row : rows) {
            text.append(String.join(",", row.stream().map(ConnectorWords::cell).toList())).append("\r\n");
        }
        return text.toString();
    }

    /** A file's name may be one that a spreadsheet would run as a formula. */
    private static String cell(String text) {
        String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
