package org.fourportals.casework.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.casework.AnswerText;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseContent;
import org.fourportals.casework.CaseContent.Given;
import org.fourportals.casework.CaseContent.KnownRecord;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.PoolFacts;
import org.fourportals.catalogue.PoolRecords;
import org.fourportals.sharing.Sharing;
import org.springframework.stereotype.Component;

/**
 * Reads what the city knows for a case, once and whole, and keeps it in the case: the records, the answers they give and the form fields
 * they fill. What a resident answered otherwise stays as she said.
 */
@Component
public class PoolReading {

    private final Sharing sharing;
    private final Catalogue catalogue;
    private final CityTime time;

    PoolReading(Sharing sharing, Catalogue catalogue, CityTime time) {
        this.sharing = sharing;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** The case with what the pool says now; unchanged if it is anonymous or its subject is not chosen yet. */
    public CaseContent read(Actor actor, Case about, AffairPlan plan) {
        if (about.applicant() == null || about.subject() == null) {
            return about.content();
        }
        Sharing.Reason reason = new Sharing.Reason(actor, about.affair(), about.id());
        CaseContent content = withRoles(reason, about, plan);
        Map<String, List<KnownRecord>> records = new LinkedHashMap<>();
        for (Place place : places(plan)) {
            Long subject = content.roles().get(place.role());
            if (subject == null) {
                records.put(place.key(), List.of()); // the registers lead to nobody: no home, no vehicle, and so no record of one
            } else if (fits(place.dataset(), new Subject(subject))) {
                sharing.read(reason, new Subject(subject), place.dataset()).ifPresent(found ->
                        records.put(place.key(), found.stream().map(RecordText::write).toList()));
            }
        }
        return apply(content.withRecords(records, time.now()), plan);
    }

    /** Answers and fields from the records the case holds. */
    public CaseContent apply(CaseContent content, AffairPlan plan) {
        PoolRecords records = records(content);
        Map<String, Given> answers = new LinkedHashMap<>();
        content.answers().forEach((question, given) -> {
            if (!given.isFromPool()) {
                answers.put(question, given);
            }
        });
        for (AffairPlan.Asked question : plan.questions()) {
            if (!answers.containsKey(question.id())) {
                PoolFacts.answer(plan, question, records, time.today()).ifPresent(found -> answers.put(question.id(),
                        new Given(AnswerText.write(found.answer()), found.datasets().getFirst())));
            }
        }
        Map<String, String> filled = new LinkedHashMap<>();
        for (AffairPlan.Field field : plan.fields()) {
            if (field.fill() != null) {
                PoolFacts.fill(field.fill(), records).ifPresent(value -> filled.put(field.id(), value.toString()));
            }
        }
        return content.withAnswers(answers).withFilled(filled);
    }

    /** The records the case holds, typed; a data set that was not read is unknown (null), one without records is empty. */
    public PoolRecords records(CaseContent content) {
        return (role, dataset) -> {
            List<KnownRecord> known = content.records().get(new Place(role, dataset).key());
            if (known == null) {
                return null;
            }
            Map<String, String> types = catalogue.findDataset(dataset).orElseThrow().fields();
            return known.stream().map(record -> RecordText.read(record, types)).toList();
        };
    }

    private CaseContent withRoles(Sharing.Reason reason, Case about, AffairPlan plan) {
        Map<String, Long> roles = new HashMap<>(about.content().roles());
        roles.put("applicant", Objects.requireNonNull(about.applicant()).number());
        roles.put("subject", Objects.requireNonNull(about.subject()).number());
        for (AffairPlan.RoleLink link : plan.roles()) {
            Long of = roles.get(link.of());
            if (of != null && !roles.containsKey(link.id())) {
                sharing.linked(reason, new Subject(of), link.relation()).stream().findFirst()
                        .ifPresent(found -> roles.put(link.id(), found.number()));
            }
        }
        return about.content().withPeople(roles, about.content().names());
    }

    private boolean fits(String dataset, Subject subject) {
        return catalogue.findDataset(dataset).map(d -> d.subject().equals(sharing.kindOf(subject))).orElse(false);
    }

    private static Set<Place> places(AffairPlan plan) {
        List<Place> places = new ArrayList<>();
        plan.questions().forEach(q -> q.known().forEach(k -> places.add(new Place(k.of(), k.dataset()))));
        plan.requirements().forEach(r -> r.evidence().forEach(e -> {
            if (e instanceof AffairPlan.Evidence.Pool pool) {
                places.add(new Place(pool.of(), pool.dataset()));
            }
        }));
        plan.fields().forEach(f -> {
            if (f.fill() != null) {
                places.add(new Place(f.fill().of(), f.fill().dataset()));
            }
        });
        return new LinkedHashSet<>(places);
    }

    private record Place(String role, String dataset) {
        String key() {
            return role + "/" + dataset;
        }
    }
}
