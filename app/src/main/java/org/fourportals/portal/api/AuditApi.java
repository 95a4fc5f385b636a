package org.fourportals.portal.api;

import java.util.Base64;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fourportals.audit.AuditTree;
import org.fourportals.audit.Checkpoint;
import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The audit log's signed checkpoints, for everybody: whoever keeps one, a newspaper or another city, can have shown later that nothing before it was
 * changed. They tell nothing of what is in the log.
 */
@RestController
@Tag(name = "Audit log")
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class AuditApi {

    private final AuditTree tree;

    AuditApi(AuditTree tree) {
        this.tree = tree;
    }

    /** That the log of one checkpoint is the beginning of that of another (RFC 6962, section 2.1.2); hashes in base64. */
    record Consistency(String from, String to, List<String> proof) {
    }

    @GetMapping(path = "/api/audit/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "getLatestCheckpoint", summary = "The newest checkpoint: origin, size, root, time, signature, a line each")
    String latest() {
        return tree.latestCheckpoint().map(Checkpoint::text).orElseThrow(AuditApi::none);
    }

    @GetMapping(path = "/api/audit/checkpoints/{size}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "getCheckpoint", summary = "The checkpoint of so many entries")
    String show(@PathVariable long size) {
        return find(size).text();
    }

    @GetMapping(path = "/api/audit/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getConsistency", summary = "Shows that the log of one checkpoint is the beginning of that of another")
    Consistency consistency(@RequestParam long from, @RequestParam long to) {
        if (from > to) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The first checkpoint must not be of more entries than the second");
        }
        Checkpoint first = find(from);
        Checkpoint second = find(to);
        return new Consistency(first.text(), second.text(), tree.consistency(first, second).stream().map(Base64.getEncoder()::encodeToString).toList());
    }

    @GetMapping(path = "/api/audit/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "getCheckpointKey", summary = "The public key that verifies checkpoints (Ed25519, PEM)")
    String key() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(tree.publicKey()) + "\n-----END PUBLIC KEY-----\n";
    }

    private Checkpoint find(long size) {
        return tree.findCheckpoint(size).orElseThrow(AuditApi::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such checkpoint");
    }
}
