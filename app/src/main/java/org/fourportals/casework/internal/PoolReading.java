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
import org.fourportals.casework.CaseContent.Linked;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.PoolFacts;
import org.fourportals.catalogue.PoolRecords;
import org.fourportals.representation.Representation;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.SharedRecord;
import org.fourportals.sharing.Sharing;
import org.fourportals.sharing.Sharing.Sought;
import org.springframework.stereotype.Component;

/**
 * Reads what the city knows for a case, once and whole, and keeps it in the case: the records, the answers they give and the form fields
 * they fill. What a resident answered otherwise stays as she said.
 */
@Component
public class PoolReading {

    private final Sharing sharing;
    private final Catalogue catalogue;
    private final Representation representation;
    private final CityTime time;

    PoolReading(Sharing sharing, Catalogue catalogue, Representation representation, CityTime time) {
        this.sharing = sharing;
        this.representation = representation;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** The case with what the pool says now; unchanged if it is anonymous or its subject is not chosen yet. */
    public CaseContent read(Actor actor, Case about, AffairPlan plan) {
        if (about.applicant() == null || about.subject() == null) {
            return about.content();
        }
        Sharing.Reason reason = new Sharing.Reason(actor, about.affair(), about.id());
        Map<String, List<Subject>> people = new LinkedHashMap<>();
        CaseContent content = withRoles(reason, about, plan, people);
        return apply(content.withRecords(readAll(reason, people, places(plan)), time.now()), plan);
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

    /**
     * The records of all places by their keys, those of all people of a role together: none where the registers lead to nobody, for who has no
     * vehicle has no record of one; missing where they cannot be read.
     */
    private Map<String, List<KnownRecord>> readAll(Sharing.Reason reason, Map<String, List<Subject>> people, Set<Place> places) {
        Set<Sought> sought = new LinkedHashSet<>();
        places.forEach(place -> people.getOrDefault(place.role(), List.of()).stream().filter(subject -> fits(place.dataset(), subject))
                .forEach(subject -> sought.add(new Sought(subject, place.dataset()))));
        Map<Sought, List<SharedRecord>> found = sharing.readAll(reason, sought);
        Map<String, List<KnownRecord>> records = new LinkedHashMap<>();
        for (Place place : places) {
            List<Subject> subjects = people.get(place.role());
            if (subjects != null && subjects.stream().allMatch(subject -> found.containsKey(new Sought(subject, place.dataset())))) {
                records.put(place.key(), subjects.stream().flatMap(subject -> found.get(new Sought(subject, place.dataset())).stream())
                        .map(RecordText::write).toList());
            }
        }
        return records;
    }

    /** Finds whom the registers lead to in each role, into `people`; a role in which one is still to be chosen is missing there. */
    private CaseContent withRoles(Sharing.Reason reason, Case about, AffairPlan plan, Map<String, List<Subject>> people) {
        Map<String, Long> before = about.content().roles();
        Map<String, String> names = new HashMap<>(about.content().names());
        Map<String, List<Linked>> several = new LinkedHashMap<>();
        people.put("applicant", List.of(Objects.requireNonNull(about.applicant())));
        people.put("subject", List.of(Objects.requireNonNull(about.subject())));
        for (AffairPlan.RoleLink link : plan.roles()) {
            List<Subject> linked = people.getOrDefault(link.of(), List.of()).stream()
                    .flatMap(of -> sharing.linked(reason, of, link.relation()).stream()).distinct().toList();
            Long chosen = before.get(link.id());
            if (!link.one() || linked.size() < 2) {
                people.put(link.id(), linked);
                continue;
            }
            several.put(link.id(), linked.stream().map(s -> named(reason, about, s)).toList());
            if (chosen != null && linked.contains(new Subject(chosen))) {
                people.put(link.id(), List.of(new Subject(chosen)));
            } else {
                names.remove(link.id());
            }
        }
        Map<String, Long> roles = new HashMap<>();
        people.forEach((role, subjects) -> subjects.stream().findFirst().ifPresent(first -> roles.put(role, first.number())));
        return about.content().withPeople(roles, names).withSeveral(several);
    }

    private Linked named(Sharing.Reason reason, Case about, Subject subject) {
        return new Linked(subject.number(), representation.nameOf(new Sharing.Reason(reason.actor(), Grants.REPRESENTATION, about.id()), subject));
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
