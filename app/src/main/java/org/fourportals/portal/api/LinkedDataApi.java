package org.fourportals.portal.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.fourportals.linked.LinkedData;
import org.fourportals.linked.Syntax;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The catalogue as linked data in the words of CPSV-AP, and the data sets in those of DCAT-AP, for everybody, in the syntax that is asked for; Turtle where none is. */
@RestController
@Tag(name = "Linked data")
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class LinkedDataApi {

    private static final String TURTLE = "text/turtle";
    private static final String JSON_LD = "application/ld+json";

    private final LinkedData linked;

    LinkedDataApi(LinkedData linked) {
        this.linked = linked;
    }

    @GetMapping(path = "/api/catalogue/linked-data", produces = {TURTLE, JSON_LD})
    @Operation(operationId = "getLinkedData", summary = "All affairs as linked data (CPSV-AP 3.2)")
    ResponseEntity<Resource> whole(@RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Syntax syntax = syntax(accept);
        return answer(linked.whole(syntax), syntax);
    }

    @GetMapping(path = "/api/datasets/linked-data", produces = {TURTLE, JSON_LD})
    @Operation(operationId = "getDataCatalogue", summary = "What data sets departments hold, as linked data (DCAT-AP 3); none of their data")
    ResponseEntity<Resource> datasets(@RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Syntax syntax = syntax(accept);
        return answer(linked.datasets(syntax), syntax);
    }

    @GetMapping(path = "/api/affairs/{id}/linked-data", produces = {TURTLE, JSON_LD})
    @Operation(operationId = "getAffairLinkedData", summary = "One affair as linked data (CPSV-AP 3.2)")
    ResponseEntity<Resource> one(@PathVariable String id, @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Syntax syntax = syntax(accept);
        return answer(linked.find(id, syntax).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), syntax);
    }

    private static ResponseEntity<Resource> answer(LinkedData.Document document, Syntax syntax) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(syntax.mediaType() + ";charset=UTF-8"))
                .eTag("W/\"" + document.fingerprint() + "\"").cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .varyBy(HttpHeaders.ACCEPT).body(new ByteArrayResource(document.bytes()));
    }

    /** What the reader likes best of what we have. Who takes neither is turned away before. */
    private static Syntax syntax(@Nullable String accept) {
        try {
            List<MediaType> wished = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wished);
            return wished.stream().sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
                    .flatMap(w -> Arrays.stream(Syntax.values()).filter(s -> w.includes(MediaType.parseMediaType(s.mediaType()))))
                    .findFirst().orElse(Syntax.TURTLE);
        } catch (InvalidMediaTypeException e) {
            throw new ResponseStatusException(HttpStatus.NOT_ACCEPTABLE);
        }
    }
}
