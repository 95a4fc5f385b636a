package org.fourportals.portal.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fourportals.base.Language;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.identity.MayCall;
import org.fourportals.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The city's affairs, for everybody. */
@RestController
@Tag(name = "Affairs")
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class AffairsApi {

    private static final int LONGEST_QUERY = 160;
    private static final int MOST_HITS = 50;

    private final Catalogue catalogue;
    private final Search search;

    AffairsApi(Catalogue catalogue, Search search) {
        this.catalogue = catalogue;
        this.search = search;
    }

    /** An affair in short; `online` says whether it can be applied for at the portals. */
    record AffairSummary(String id, Text name, String department, Text departmentName, Affair.Audience audience, String lifeEvent, int promisedDays,
            int statutoryDays, boolean online) {
    }

    /** An affair; what is null is not written out yet. `circumstances` is exact and may be larger than 2^63. */
    record AffairDetail(AffairSummary affair, @Nullable Text plain, @Nullable Text result, @Nullable String version, @Nullable String circumstances,
            List<Question> questions, List<Requirement> requirements, List<Text> laws, List<String> usualDocuments) {
    }

    /** What may be asked; the answers of a choice by id. `things` is null unless it is asked of several things. */
    record Question(String id, AffairPlan.Kind kind, Text ask, List<AffairPlan.Choice> answers, @Nullable Things things) {

        static Question of(AffairPlan.Asked asked) {
            AffairPlan.Things things = asked.things();
            return new Question(asked.id(), asked.kind(), asked.ask(), asked.answers(),
                    things == null ? null : new Things(things.one(), things.most(), things.fields().stream().map(Question::of).toList()));
        }
    }

    /** What one thing is called, how many there may be, and what is asked of each: answered as `age:3,resident:yes;age:7,resident:no`, or `none`. */
    record Things(Text one, int most, List<Question> fields) {
    }

    /** What may have to be shown; in which circumstances the interview says. */
    record Requirement(String id, Text name, boolean knownByCity) {
    }

    /** What a search found, best first; `nothingFits` says that no affair answers it. */
    record AffairsFound(boolean nothingFits, List<AffairSummary> affairs) {
    }

    @GetMapping(path = "/api/affairs", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listAffairs", summary = "All affairs of the city, or of one department")
    List<AffairSummary> list(@RequestParam(required = false) @Nullable String department) {
        return catalogue.affairs().stream().filter(a -> department == null || a.department().equals(department)).map(this::listed).toList();
    }

    @GetMapping(path = "/api/affairs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getAffair", summary = "One affair: questions, requirements, result, legal basis")
    AffairDetail show(@PathVariable String id) {
        Affair affair = catalogue.findAffair(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return catalogue.findPlan(id).map(plan -> whole(affair, plan)).orElseGet(() -> new AffairDetail(listed(affair), null, null, null, null,
                List.of(), List.of(), List.of(), affair.usualDocuments()));
    }

    @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "searchAffairs", summary = "Finds affairs by everyday words, Chinese, English or pinyin")
    AffairsFound find(@RequestParam String q, @RequestParam(defaultValue = "10") int limit) {
        if (q.isBlank() || q.length() > LONGEST_QUERY || limit < 1 || limit > MOST_HITS) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Search.Results results = search.find(q, Language.EN, limit);
        return new AffairsFound(results.nothingFits(), results.hits().stream().map(hit -> listed(hit.affair())).toList());
    }

    private AffairSummary listed(Affair affair) {
        return new AffairSummary(affair.id(), affair.name(), affair.department(), catalogue.department(affair.department()).name(),
                affair.audience(), affair.lifeEvent(), affair.promisedDays(), affair.statutoryDays(), catalogue.findPlan(affair.id()).isPresent());
    }

    private AffairDetail whole(Affair affair, AffairPlan plan) {
        return new AffairDetail(listed(affair), plan.plain(), plan.result().name(), plan.version(), Catalogue.proofs(plan).circumstances().toString(),
                plan.questions().stream().map(Question::of).toList(),
                plan.requirements().stream().map(r -> new Requirement(r.id(), r.name(),
                        r.evidence().stream().anyMatch(AffairPlan.Evidence.Pool.class::isInstance))).toList(),
                plan.laws().stream().map(AffairPlan.Law::name).toList(), affair.usualDocuments());
    }
}
