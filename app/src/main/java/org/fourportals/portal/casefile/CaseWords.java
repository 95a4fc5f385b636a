package org.fourportals.portal.casefile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.fourportals.base.Text;
import org.fourportals.casework.AnswerText;
import org.fourportals.casework.CaseContent.KnownRecord;
import org.fourportals.casework.CaseEvent;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Progress;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Messages;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Moment;
import org.fourportals.portal.kit.Tag;
import org.springframework.stereotype.Component;

/** What a case holds in words people read: codes by their labels, dates and amounts as one writes them, events as sentences. */
@Component("casefile.CaseWords")
public class CaseWords {

    private final Catalogue catalogue;
    private final Messages messages;

    CaseWords(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** Where a case stands, for staff. */
    public Tag state(Page page, CaseState state) {
        Tag.Tone tone = switch (state) {
            case DRAFT, WITHDRAWN, DISCARDED -> Tag.Tone.QUIET;
            case SUBMITTED -> Tag.Tone.YOURS;
            case IN_REVIEW, SUPPLEMENT -> Tag.Tone.BUSY;
            case GRANTED -> Tag.Tone.GOOD;
            case REFUSED -> Tag.Tone.BAD;
        };
        return new Tag(page.t("casefile.state." + state.name()), tone);
    }

    String dataset(Page page, String id) {
        return catalogue.findDataset(id).map(d -> page.t(d.name())).orElse(id);
    }

    /** The department that keeps a data set. */
    String department(Page page, String dataset) {
        return catalogue.findDataset(dataset).map(d -> page.t(catalogue.department(d.department()).name())).orElse(dataset);
    }

    Line answer(Page page, Progress.AnsweredQuestion answered) {
        AffairPlan.Asked question = answered.question();
        String from = answered.dataset() == null ? null : department(page, answered.dataset());
        if (question.things() != null) {
            List<String> things = things(page, question.things(), answered.answer());
            return Line.of(page.t(question.ask()), things.toArray(String[]::new)).from(from);
        }
        return Line.of(page.t(question.ask()), said(page, question, answered.answer())).from(from);
    }

    /** An answer as its question words it, several things one after the other. */
    public String answer(Page page, AffairPlan.Asked question, String answer) {
        return question.things() == null ? said(page, question, answer) : String.join(page.t("casefile.and"), things(page, question.things(), answer));
    }

    private static String said(Page page, AffairPlan.Asked question, String said) {
        return switch (question.kind()) {
            case YES_NO -> yesNo(page, said);
            case CHOICE -> choice(page, question.answers(), said);
            case SEVERAL_OF -> said.isBlank() ? page.t("casefile.none") : Arrays.stream(said.split(","))
                    .map(each -> choice(page, question.answers(), each)).collect(Collectors.joining(page.t("casefile.and")));
            case DATE -> date(page, said);
            case MONEY -> money(page, said);
            case NUMBER, REPEATED -> said;
        };
    }

    private static List<String> things(Page page, AffairPlan.Things things, String answer) {
        List<String> lines = AnswerText.things(answer).stream().map(thing -> things.fields().stream()
                .map(field -> page.t(field.ask()) + page.t("casefile.colon") + said(page, field, thing.getOrDefault(field.id(), "")))
                .collect(Collectors.joining(page.t("casefile.semicolon")))).toList();
        return lines.isEmpty() ? List.of(page.t("casefile.none")) : lines;
    }

    Line form(Page page, Progress.FieldLine line) {
        AffairPlan.Field field = line.field();
        String value = line.value().strip();
        if (value.isEmpty()) {
            return Line.of(page.t(field.label()));
        }
        String words = switch (field.type()) {
            case "choice" -> choice(page, field.options(), value);
            case "yes-no" -> yesNo(page, value);
            case "date" -> date(page, value);
            case "money" -> money(page, value);
            default -> value;
        };
        Optional<Text> label = Optional.ofNullable(field.fill()).flatMap(fill -> catalogue.codeLabel(fill.dataset(), fill.field(), value));
        return Line.of(page.t(field.label()), label.map(page::t).orElse(words))
                .from(line.filled() && field.fill() != null ? department(page, field.fill().dataset()) : null);
    }

    /** The fields of a record that say something to people, in the order of their data set. */
    List<Line> record(Page page, String dataset, KnownRecord record) {
        Map<String, String> types = catalogue.findDataset(dataset).map(d -> (Map<String, String>) d.fields()).orElse(Map.of());
        return types.keySet().stream().filter(field -> messages.keys().contains(key(field)))
                .filter(field -> !record.fields().getOrDefault(field, "").isBlank())
                .map(field -> Line.of(page.t(key(field)), value(page, dataset, field, types.get(field), record.fields().get(field)))).toList();
    }

    private static String key(String field) {
        return "casefile.field." + field;
    }

    /** A field's value, given as text, as people write it. */
    public String value(Page page, String dataset, String field, String value) {
        return value(page, dataset, field, catalogue.findDataset(dataset).map(known -> known.fields().get(field)).orElse("text"), value);
    }

    private String value(Page page, String dataset, String field, String type, String value) {
        return catalogue.codeLabel(dataset, field, value).map(page::t).orElseGet(() -> switch (type) {
            case "date" -> date(page, value);
            case "boolean" -> yesNo(page, value);
            case "money" -> money(page, value);
            default -> value;
        });
    }

    Moment moment(Page page, CaseEvent event, AffairPlan plan) {
        String opinion = event.detail().get("opinion");
        String title = page.t("casefile.event." + event.type().name() + (opinion == null ? "" : "." + opinion) + (event.detail().containsKey("deemed") ? ".deemed" : "")
                + (event.detail().getOrDefault("to", "").equals("city") ? ".city" : ""), event.detail().getOrDefault("days", event.detail().getOrDefault("colleague", "")));
        String stage = plan.procedure().stages().stream().filter(s -> s.id().equals(event.detail().get("stage"))).findFirst()
                .map(s -> page.t(s.name())).orElse("");
        String papers = plan.requirements().stream()
                .filter(r -> List.of(event.detail().getOrDefault("requirements", "").split(",")).contains(r.id()))
                .map(r -> page.t(r.name())).collect(Collectors.joining(page.t("casefile.and")));
        String detail = java.util.stream.Stream.of(stage, papers, departments(page, event), against(page, event), event.reason(page.language()), event.detail().getOrDefault("note", ""))
                .filter(s -> !s.isBlank()).collect(Collectors.joining(page.t("casefile.colon")));
        String by = event.actor().startsWith("system:") ? page.t("casefile.by-rule") : event.department() == null ? event.actorName()
                : page.t("casefile.by", event.actorName(), page.t(catalogue.department(event.department()).name()));
        Tag.Tone tone = switch (event.type()) {
            case GRANTED -> Tag.Tone.GOOD;
            case REFUSED, WITHDRAWN -> Tag.Tone.BAD;
            case SUPPLEMENT_REQUESTED, WARNED, NOTED -> Tag.Tone.YOURS;
            case ESCALATED -> Tag.Tone.BAD;
            case STARTED, ADOPTED, SUBMITTED, ACCEPTED, SUPPLEMENTED, STAGE_BEGAN, REVIEWED, EXTENDED, REOPENED, DISCARDED, HANDED_OVER, REPRESENTED -> Tag.Tone.QUIET;
        };
        return Moment.of(event.at(), title).detail(detail.isEmpty() ? null : detail).by(by.isBlank() ? null : by).tone(tone);
    }

    private String against(Page page, CaseEvent event) {
        String against = event.detail().getOrDefault("against", "");
        return against.isEmpty() ? "" : page.t("casefile.against", Arrays.stream(against.split(",")).map(each -> page.t(catalogue.department(each).name()))
                .collect(Collectors.joining(page.t("casefile.and"))));
    }

    private String departments(Page page, CaseEvent event) {
        return Arrays.stream(event.detail().getOrDefault("departments", "").split(",")).filter(id -> !id.isBlank())
                .map(id -> page.t(catalogue.department(id).name())).collect(Collectors.joining(page.t("casefile.and")));
    }

    private static String choice(Page page, List<AffairPlan.Choice> choices, String id) {
        return choices.stream().filter(c -> c.id().equals(id)).findFirst().map(c -> page.t(c.text())).orElse(id);
    }

    private static String yesNo(Page page, String value) {
        return page.t(value.matches("yes|true") ? "casefile.yes" : "casefile.no");
    }

    private static String date(Page page, String value) {
        try {
            return page.date(LocalDate.parse(value));
        } catch (DateTimeException notADay) {
            return value;
        }
    }

    private static String money(Page page, String value) {
        return value.matches("-?\\d{1,12}(\\.\\d{1,2})?") ? page.money(new BigDecimal(value)) : value;
    }
}
