package org.fourportals.portal.api;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.AcceptCase;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.DecideCase;
import org.fourportals.casework.NextCase;
import org.fourportals.casework.RequestSupplement;
import org.fourportals.casework.ReviewCase;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The work of staff, for the programs they signed in with. Each act has a key of its own in {@code Idempotency-Key}, a UUID: the same again gets
 * the first answer and changes nothing. No page of another site can send that header.
 */
@RestController
@RequestMapping(path = "/api/work", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Work on cases")
@MayCall({Role.CLERK, Role.REVIEWER})
class WorkApi {

    private static final String KEY = "Idempotency-Key";
    private static final String SESSION = "session";
    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final Cases cases;
    private final ActAnswers answers;
    private final Acts acts;

    /** What staff may do to a case here. */
    @Component
    record Acts(NextCase next, AcceptCase accept, ReviewCase review, DecideCase decide, RequestSupplement supplement) {
    }

    WorkApi(Desk desk, Cases cases, ActAnswers answers, Acts acts) {
        this.desk = desk;
        this.cases = cases;
        this.answers = answers;
        this.acts = acts;
    }

    /** A case as it now stands; `rowVersion` is to be sent back with an act, so that nobody acts on what she has not seen. */
    record CaseAtWork(UUID id, String number, String affair, CaseState state, int stage, int rowVersion) {
    }

    record Accepting(@JsonProperty(required = true) int rowVersion) {
    }

    record Reviewing(@JsonProperty(required = true) int rowVersion, boolean agrees, String remark) {
    }

    record Deciding(@JsonProperty(required = true) int rowVersion, boolean grants, String reason) {
    }

    record Asking(@JsonProperty(required = true) int rowVersion, List<String> requirements, String reason) {
    }

    @PostMapping("/next")
    @Operation(operationId = "takeNextCase", security = @SecurityRequirement(name = SESSION),
            summary = "The case with the least time left that I may handle, taken for me; 204 where none waits")
    ResponseEntity<Object> next(@Parameter(hidden = true) Actor actor) {
        return switch (desk.perform(actor, acts.next, new NextCase.Request())) {
            case NextCase.Given given -> answers.of(given);
            case NextCase.NothingWaits _ -> ResponseEntity.noContent().build();
        };
    }

    @GetMapping("/cases/{id}")
    @Operation(operationId = "getCaseAtWork", security = @SecurityRequirement(name = SESSION), summary = "A case that I may see")
    CaseAtWork show(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        Case about = cases.find(actor, id).filter(c -> !c.state().isDraft() && c.number() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new CaseAtWork(about.id(), String.valueOf(about.number()), about.affair(), about.state(), about.stage(), about.rowVersion());
    }

    @PostMapping("/cases/{id}/accept")
    @Operation(operationId = "acceptCase", security = @SecurityRequirement(name = SESSION), summary = "It is complete; its first stage begins")
    ResponseEntity<Object> accept(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestHeader(KEY) UUID key, @RequestBody Accepting body) {
        return answers.of(desk.perform(actor, acts.accept, new AcceptCase.Request(id, body.rowVersion()), key));
    }

    @PostMapping("/cases/{id}/review")
    @Operation(operationId = "reviewCase", security = @SecurityRequirement(name = SESSION), summary = "My department's opinion at the stage under way")
    ResponseEntity<Object> review(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestHeader(KEY) UUID key, @RequestBody Reviewing body) {
        return answers.of(desk.perform(actor, acts.review, new ReviewCase.Request(id, body.rowVersion(), body.agrees(), reason(body.remark())), key));
    }

    @PostMapping("/cases/{id}/decide")
    @Operation(operationId = "decideCase", security = @SecurityRequirement(name = SESSION), summary = "Grants or refuses it in its last stage")
    ResponseEntity<Object> decide(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestHeader(KEY) UUID key, @RequestBody Deciding body) {
        return answers.of(desk.perform(actor, acts.decide, new DecideCase.Request(id, body.rowVersion(), body.grants(), reason(body.reason())), key));
    }

    @PostMapping("/cases/{id}/supplement")
    @Operation(operationId = "requestSupplement", security = @SecurityRequirement(name = SESSION), summary = "Asks the applicant once for all that is missing")
    ResponseEntity<Object> supplement(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestHeader(KEY) UUID key, @RequestBody Asking body) {
        List<String> requirements = body.requirements() == null ? List.of() : body.requirements();
        return answers.of(desk.perform(actor, acts.supplement, new RequestSupplement.Request(id, body.rowVersion(), requirements, reason(body.reason())), key));
    }

    private static String reason(String given) {
        if (given != null && given.length() > LONGEST_REASON) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return given == null ? "" : given;
    }
}
