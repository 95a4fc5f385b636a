package org.fourportals.portal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fourportals.base.Language;
import org.fourportals.pool.identifier.ResidentId;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.springframework.util.MultiValueMap;

/**
 * What was typed to give a mandate, kept as it was typed so that it can be shown again.
 *
 * @param principal subject's number for whom it is given
 * @param scope     {@code all} affairs or {@code some}
 */
public record MandateForm(String principal, String card, String name, String scope, List<String> affairs, String day, String month, String year, String key) {

    private static final int LONGEST = 60;

    static MandateForm empty(String principal, String key) {
        return new MandateForm(principal, "", "", "", List.of(), "", "", "", key);
    }

    static MandateForm of(MultiValueMap<String, String> typed) {
        return new MandateForm(one(typed, "principal"), one(typed, "card"), one(typed, "name"), one(typed, "scope"),
                typed.entrySet().stream().filter(e -> e.getKey().startsWith(AffairChoices.PREFIX)).flatMap(e -> e.getValue().stream()).toList(), one(typed, "until-day"), one(typed, "until-month"), one(typed, "until-year"),
                one(typed, "key"));
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    Optional<LocalDate> until() {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException notADay) {
            return Optional.empty();
        }
    }

    /** What is missing or malformed; the rules themselves are with the operation. */
    List<Problem> problems(Page page, List<String> principals, List<String> offered, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (!principals.contains(principal)) {
            problems.add(new Problem("principal", page.t("web.mandate.no-principal")));
        }
        if (name.isEmpty() || name.length() > LONGEST) {
            problems.add(new Problem("name", page.t("web.mandate.no-name")));
        }
        ResidentId.fault(card, today).ifPresent(f -> problems.add(new Problem("card", page.language() == Language.ZH ? f.zh() : f.en())));
        boolean some = scope.equals("some");
        if (!some && !scope.equals("all") || some && (affairs.isEmpty() || !offered.containsAll(affairs))) {
            problems.add(new Problem("scope", page.t("web.mandate.no-affairs")));
        }
        if (until().isEmpty()) {
            problems.add(new Problem("until", page.t("web.mandate.no-day")));
        }
        return problems;
    }
}
