package org.fourportals.portal.api;

import java.io.IOException;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.fourportals.base.Language;
import org.fourportals.base.Role;
import org.fourportals.delivery.CarrierEvents;
import org.fourportals.delivery.Deliveries;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where the carrier says where an item is. Nobody signs in here: each event is signed with the carrier's key (HTTP Message Signatures, RFC 9421). */
@RestController
@Tag(name = "Delivery")
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class DeliveryApi {

    private final CarrierEvents events;
    private final Deliveries deliveries;
    private final Messages messages;

    DeliveryApi(CarrierEvents events, Deliveries deliveries, Messages messages) {
        this.events = events;
        this.deliveries = deliveries;
        this.messages = messages;
    }

    /** An event that was taken; {@code before} if it had been already. */
    record TakenEvent(String event, boolean before) {
    }

    @GetMapping(path = "/api/delivery/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "deliveryKey", summary = "The public key with which the city signs what it tells the carrier: Ed25519, X.509, base64")
    String key() {
        return deliveries.cityKey() + "\n";
    }

    @PostMapping(path = "/api/delivery/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "tellDeliveryEvent", summary = "Takes a signed event of the carrier about an item: item, state, at, place, signer; the same event again changes nothing")
    ResponseEntity<Object> tell(@RequestHeader(name = "Event-Id", required = false) @Nullable String id,
            @RequestHeader(name = "Content-Digest", required = false) @Nullable String digest,
            @RequestHeader(name = "Signature-Input", required = false) @Nullable String input,
            @RequestHeader(name = "Signature", required = false) @Nullable String signature,
            @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        byte[] content = request.getInputStream().readNBytes(CarrierEvents.LARGEST + 1);
        CarrierEvents.Answer answer = events.receive(new CarrierEvents.Event(request.getMethod(), request.getRequestURI(), id, digest, input, signature, content));
        return switch (answer) {
            case TAKEN, TAKEN_BEFORE -> ResponseEntity.ok(new TakenEvent(String.valueOf(id), answer == CarrierEvents.Answer.TAKEN_BEFORE));
            case NO_CARRIER, UNKNOWN_ITEM -> problem(HttpStatus.NOT_FOUND, answer);
            case NO_EVENT_ID, DIGEST_WRONG, MALFORMED -> problem(HttpStatus.BAD_REQUEST, answer);
            case NO_SIGNATURE, OUT_OF_TIME, SIGNATURE_WRONG -> problem(HttpStatus.UNAUTHORIZED, answer);
            case TOO_LARGE -> problem(HttpStatus.CONTENT_TOO_LARGE, answer);
        };
    }

    private ResponseEntity<Object> problem(HttpStatus status, CarrierEvents.Answer answer) {
        String word = answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, messages.get(Language.EN, "delivery.event." + word));
        problem.setProperty("reason", word);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
