package org.fourportals.portal.api;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.fourportals.base.Language;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.identity.MayCall;
import org.fourportals.intake.Pushes;
import org.fourportals.portal.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where departments push batches of records. Nobody signs in here: each request is signed with a key of the department (HTTP Message
 * Signatures, RFC 9421).
 */
@RestController
@Tag(name = "Departments' data")
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class IntakeApi {

    private final Pushes pushes;
    private final Messages messages;

    IntakeApi(Pushes pushes, Messages messages) {
        this.pushes = pushes;
        this.messages = messages;
    }

    /** What became of a batch: rows that are not rejected are in the pool for good. */
    record TakenBatch(String batch, int read, int written, List<RejectedLine> rejected) {
    }

    /** A line of the content, from 1, that was not taken: why, as a word for programs and a sentence for people. */
    record RejectedLine(long line, String reason, Text text) {
    }

    @PostMapping(path = "/api/intake/{connector}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "pushBatch", summary = "Takes a signed batch of records, a JSON object a line; the same batch again gets the first answer")
    ResponseEntity<Object> push(@PathVariable String connector, @RequestHeader(name = "Batch-Id", required = false) @Nullable String batch,
            @RequestHeader(name = "Content-Digest", required = false) @Nullable String digest,
            @RequestHeader(name = "Signature-Input", required = false) @Nullable String input,
            @RequestHeader(name = "Signature", required = false) @Nullable String signature,
            @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        byte[] content = request.getInputStream().readNBytes(Pushes.LARGEST + 1);
        return switch (pushes.receive(new Pushes.Push(connector, request.getMethod(), request.getRequestURI(), batch, digest, input, signature, content))) {
            case Pushes.Taken taken -> ResponseEntity.ok(new TakenBatch(taken.batch(), taken.read(), taken.written(), taken.rejected().stream()
                    .map(row -> new RejectedLine(row.row(), row.reason().word(), text("intake.reason." + row.reason().word(), row.reason().arguments().toArray()))).toList()));
            case Pushes.Refused refused -> problem(refused.why());
        };
    }

    private ResponseEntity<Object> problem(Pushes.Why why) {
        HttpStatus status = switch (why) {
            case UNKNOWN_CONNECTOR -> HttpStatus.NOT_FOUND;
            case NO_BATCH_ID, DIGEST_WRONG -> HttpStatus.BAD_REQUEST;
            case NO_SIGNATURE, KEY_NOT_VALID, OUT_OF_TIME, SIGNATURE_WRONG, REPLAYED -> HttpStatus.UNAUTHORIZED;
            case OTHER_CONTENT, COLUMNS_CHANGED -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case PAUSED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        String word = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, messages.get(Language.EN, "intake.push." + word));
        problem.setProperty("reason", word);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private Text text(String key, Object... arguments) {
        return new Text(messages.get(Language.ZH, key, arguments), messages.get(Language.EN, key, arguments));
    }
}
