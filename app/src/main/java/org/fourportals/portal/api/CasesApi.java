package org.fourportals.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseEvent;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.SubmitCase;
import org.fourportals.casework.WithdrawCase;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A resident's own cases, for the programs she signed in with. */
@RestController
@Tag(name = "My cases")
@MayCall(Role.RESIDENT)
class CasesApi {

    private final Cases cases;
    private final Catalogue catalogue;
    private final Desk desk;
    private final SubmitCase submit;
    private final WithdrawCase withdraw;
    private final ActAnswers answers;

    CasesApi(Cases cases, Catalogue catalogue, Desk desk, SubmitCase submit, WithdrawCase withdraw, ActAnswers answers) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.desk = desk;
        this.submit = submit;
        this.withdraw = withdraw;
        this.answers = answers;
    }

    /** A case in short; `number` is null for a draft, `due` where the clock stands still. */
    record CaseSummary(UUID id, @Nullable String number, String affair, Text affairName, CaseState state, Portal begunAt, Instant changedAt,
            @Nullable Instant submittedAt, @Nullable LocalDate due) {
    }

    /** A case with what happened to it, oldest first, and what a supplement asks for. */
    record CaseDetail(CaseSummary summary, List<Happened> events, @Nullable Supplement supplement) {
    }

    record Happened(Instant at, CaseEvent.Type type, @Nullable String department, @Nullable String reason) {
    }

    record Supplement(List<String> requirements, String reason, Instant askedAt) {
    }

    @GetMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listMyCases", security = @SecurityRequirement(name = "session"), summary = "My drafts and cases, newest change first")
    List<CaseSummary> list(@Parameter(hidden = true) Actor actor) {
        return cases.listMine(actor).stream().filter(c -> c.state() != CaseState.DISCARDED).map(this::listed).toList();
    }

    @GetMapping(path = "/api/cases/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getMyCase", security = @SecurityRequirement(name = "session"), summary = "One of my cases, with what happened to it")
    CaseDetail show(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        Case about = cases.find(actor, id).filter(c -> c.state() != CaseState.DISCARDED)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new CaseDetail(listed(about), cases.listEvents(about).stream().filter(e -> !e.type().isForStaff())
                .map(e -> new Happened(e.at(), e.type(), e.department(), e.detail().get("reason"))).toList(),
                cases.findSupplement(about).map(s -> new Supplement(s.requirements(), s.reason(), s.at())).orElse(null));
    }

    @PostMapping(path = "/api/cases/{id}/submit", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "submitMyCase", security = @SecurityRequirement(name = "session"),
            summary = "Hands a complete draft in; the same key again gets the first answer")
    ResponseEntity<Object> submit(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestHeader("Idempotency-Key") UUID key) {
        return answers.of(desk.perform(actor, submit, new SubmitCase.Request(id), key));
    }

    @PostMapping(path = "/api/cases/{id}/withdraw", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "withdrawMyCase", security = @SecurityRequirement(name = "session"), summary = "Takes a case back before it is decided")
    ResponseEntity<Object> withdraw(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestHeader("Idempotency-Key") UUID key) {
        return answers.of(desk.perform(actor, withdraw, new WithdrawCase.Request(id), key));
    }

    private CaseSummary listed(Case about) {
        Text name = catalogue.findAffair(about.affair()).map(Affair::name).orElse(new Text(about.affair(), about.affair()));
        return new CaseSummary(about.id(), about.number(), about.affair(), name, about.state(), about.portal(), about.updatedAt(),
                about.submittedAt(), about.deadline());
    }
}
