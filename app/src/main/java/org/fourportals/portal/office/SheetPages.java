package org.fourportals.portal.office;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.circumstances.dmn.DmnModel;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The circumstances of an affair as a spreadsheet to take away. */
@Controller("office.SheetPages")
@MayCall({Role.EDITOR, Role.BUREAU})
class SheetPages {

    private final Catalogue catalogue;
    private final CityTime time;

    SheetPages(Catalogue catalogue, CityTime time) {
        this.catalogue = catalogue;
        this.time = time;
    }

    @GetMapping("/office/affairs/{id}/circumstances")
    ResponseEntity<byte[]> circumstances(Page page, @PathVariable String id) {
        AffairPlan plan = catalogue.findPlan(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(id + ".csv").build().toString())
                .body(CircumstanceSheet.csv(page, plan, time.today()).getBytes(StandardCharsets.UTF_8));
    }

    /** The affair's rules as a DMN 1.5 model, for tools that draw and evaluate decision tables. */
    @GetMapping("/office/affairs/{id}/model")
    ResponseEntity<byte[]> model(Page page, @PathVariable String id) {
        AffairPlan plan = catalogue.findPlan(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, String> words = plan.questions().stream().collect(Collectors.toMap(AffairPlan.Asked::id, q -> page.t(q.ask())));
        return ResponseEntity.ok().contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(id + ".dmn").build().toString())
                .body(DmnModel.of(plan.rules().rules(), page.t(plan.affair().name()), words).xml().getBytes(StandardCharsets.UTF_8));
    }
}
