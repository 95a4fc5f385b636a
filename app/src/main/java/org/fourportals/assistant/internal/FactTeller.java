package org.fourportals.assistant.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.assistant.Answer.Field;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;

/** States the fields of an affair as the catalogue has them in force. */
public final class FactTeller {

    private static final int REASONS = 4;

    private final Books books;
    private final Phrases phrases;

    public FactTeller(Books books, Phrases phrases) {
        this.books = books;
        this.phrases = phrases;
    }

    /** What is to be said of a field, for the circumstance that is known where it is asked. Nothing of fields that need more than the affair. */
    public List<Text> tell(AffairPlan plan, Field field, Context context, LocalDate today) {
        Text name = plan.affair().name();
        return switch (field) {
            case PROMISED_WORKING_DAYS -> days(plan);
            case DEPARTMENT -> List.of(phrases.say("department", name, departments(plan)));
            case ZERO_WINDOW -> List.of(window(plan));
            case USUAL_DOCUMENTS -> documents(plan, context.factsOf(plan.affair().id()), today);
            case RESULT -> result(plan);
            case FEE -> List.of(fee(plan));
            case AUDIENCE -> audience(plan);
            case LAWS -> plan.laws().isEmpty() ? List.of() : List.of(phrases.say("laws", name, Phrases.joined(plan.laws().stream().map(AffairPlan.Law::name).toList())));
            case WHY, WHAT_IS -> List.of();
        };
    }

    private List<Text> days(AffairPlan plan) {
        Affair affair = plan.affair();
        int staged = plan.procedure().stages().stream().mapToInt(AffairPlan.Stage::days).sum();
        List<Text> says = new ArrayList<>();
        if (affair.promisedDays() > 0) {
            says.add(plan.procedure().instant() == null ? phrases.say("days.promised", affair.name(), affair.promisedDays())
                    : phrases.say("days.at-once-or", affair.name(), affair.promisedDays()));
        } else {
            says.add(staged == 0 || plan.procedure().instant() == null ? phrases.say("days.at-once", affair.name()) : phrases.say("days.at-once-or", affair.name(), staged));
        }
        if (affair.statutoryDays() > 0) {
            says.add(phrases.say("days.statutory", affair.statutoryDays()));
        }
        return says;
    }

    private Text departments(AffairPlan plan) {
        List<String> ids = new ArrayList<>(List.of(plan.affair().department()));
        plan.procedure().stages().forEach(stage -> ids.addAll(stage.by()));
        return Phrases.joined(ids.stream().distinct().map(id -> books.department(id)).toList());
    }

    private Text window(AffairPlan plan) {
        Text name = plan.affair().name();
        if (plan.procedure().stages().stream().anyMatch(stage -> stage.kind() == AffairPlan.StageKind.ATTEND)) {
            return phrases.say("window.attend", name);
        }
        if (plan.requirements().stream().anyMatch(Requirement::needsWindow)) {
            return phrases.say("window.sometimes", name);
        }
        boolean visit = plan.procedure().stages().stream().anyMatch(stage -> stage.kind() == AffairPlan.StageKind.VISIT);
        return phrases.say(visit ? "window.visit" : "window.none", name);
    }

    private List<Text> documents(AffairPlan plan, Facts facts, LocalDate today) {
        List<String> certain = plan.rules().certain(Section.REQUIREMENT, facts, today);
        List<Requirement> always = plan.requirements().stream().filter(r -> certain.contains(r.id())).toList();
        List<String> possible = plan.rules().possible(Section.REQUIREMENT, facts, today);
        List<Requirement> sometimes = plan.requirements().stream().filter(r -> possible.contains(r.id()) && !always.contains(r)).toList();
        if (always.isEmpty() && sometimes.isEmpty()) {
            return List.of(phrases.say("documents.none", plan.affair().name()));
        }
        List<Text> says = new ArrayList<>();
        if (!always.isEmpty()) {
            says.add(phrases.say("documents.always", plan.affair().name(), list(always)));
        }
        if (!sometimes.isEmpty()) {
            says.add(always.isEmpty() ? phrases.say("documents.perhaps", plan.affair().name(), list(sometimes)) : phrases.say("documents.sometimes", list(sometimes)));
        }
        if (Stream.concat(always.stream(), sometimes.stream()).anyMatch(FactTeller::isLookedUp)) {
            says.add(phrases.say("documents.pool"));
        }
        return says;
    }

    private static boolean isLookedUp(Requirement requirement) {
        return requirement.evidence().getFirst() instanceof Evidence.Pool;
    }

    /** One under the other; those the city looks up itself have a star. */
    private static Text list(List<Requirement> requirements) {
        List<Text> names = requirements.stream().map(r -> isLookedUp(r) ? new Text(r.name().zh() + " *", r.name().en() + " *") : r.name()).distinct().toList();
        return new Text(names.stream().map(name -> "\n· " + name.zh()).collect(Collectors.joining()), names.stream().map(name -> "\n· " + name.en()).collect(Collectors.joining()));
    }

    private List<Text> result(AffairPlan plan) {
        List<Text> says = new ArrayList<>(List.of(phrases.say("result", plan.affair().name(), plan.result().name())));
        if (plan.result().validMonths() != null) {
            says.add(phrases.say("result.months", plan.result().validMonths()));
        }
        return says;
    }

    private Text fee(AffairPlan plan) {
        BigDecimal yuan = new BigDecimal(plan.fee().yuan());
        Text name = plan.affair().name();
        return yuan.signum() == 0 ? phrases.say("fee.free", name)
                : phrases.say(plan.fee().when() == null ? "fee.yuan" : "fee.sometimes", name, yuan.stripTrailingZeros().toPlainString());
    }

    private List<Text> audience(AffairPlan plan) {
        List<Text> says = new ArrayList<>(List.of(phrases.say(switch (plan.about()) {
            case SELF -> "audience.self";
            case CHILD -> "audience.child";
            case ORGANISATION -> "audience.organisation";
        }, plan.affair().name())));
        List<Text> reasons = plan.refusals().stream().limit(REASONS).map(AffairPlan.Refused::reason).toList();
        if (!reasons.isEmpty()) {
            says.add(phrases.say("audience.not", new Text(String.join("", reasons.stream().map(Text::zh).toList()), String.join(" ", reasons.stream().map(Text::en).toList()))));
        }
        return says;
    }
}
