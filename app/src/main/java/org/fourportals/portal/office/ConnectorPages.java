package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.List;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.intake.ApproveColumns;
import org.fourportals.intake.ColumnChange;
import org.fourportals.intake.Connector;
import org.fourportals.intake.Connectors;
import org.fourportals.intake.Health;
import org.fourportals.intake.PauseConnector;
import org.fourportals.intake.Rejections;
import org.fourportals.intake.ResumeConnector;
import org.fourportals.intake.Source;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Table;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How departments' data come in: each connector with its figures, and what it waits for from the data bureau. */
@Controller("office.ConnectorPages")
@MayCall(Role.BUREAU)
class ConnectorPages {

    private final Connectors connectors;
    private final Rejections rejections;
    private final OfficeWords words;
    private final Desk desk;
    private final Acts acts;

    ConnectorPages(Connectors connectors, Rejections rejections, OfficeWords words, Desk desk, PauseConnector pause, ResumeConnector resume,
            ApproveColumns approve) {
        this.connectors = connectors;
        this.rejections = rejections;
        this.words = words;
        this.desk = desk;
        this.acts = new Acts(pause, resume, approve);
    }

    private record Acts(PauseConnector pause, ResumeConnector resume, ApproveColumns approve) {
    }

    @GetMapping("/office/connectors")
    String list(Page page, Model model) {
        model.addAttribute("faults", connectors.faults().stream().map(Object::toString).toList());
        model.addAttribute("table", Table.of(page.t("intake.title"), List.of(Table.words(page.t("intake.dataset")), Table.words(page.t("office.department")),
                Table.words(page.t("intake.kind")), Table.words(page.t("intake.state")), Table.numbers(page.t("intake.written")),
                Table.numbers(page.t("intake.open")), Table.words(page.t("intake.waits")), Table.words(page.t("intake.succeeded"))),
                connectors.list().stream().map(connector -> row(page, connector)).toList()).withoutCaption());
        return "office/connectors";
    }

    private List<Cell> row(Page page, Connector connector) {
        Health health = connectors.health(connector);
        return List.of(Cell.link(words.dataset(page, connector.dataset()), page.url("/connectors/" + connector.id())),
                Cell.of(words.department(page, connector.department())), Cell.of(ConnectorWords.kind(page, connector)),
                Cell.status(ConnectorWords.state(page, health)), Cell.of(health.written()), Cell.of(open(connector)),
                Cell.of(ConnectorWords.lag(page, connector, health)), Cell.of(health.succeeded() == null ? "–" : page.dateTime(health.succeeded())));
    }

    @GetMapping("/office/connectors/{id}")
    String show(Page page, Model model, @PathVariable String id) {
        Connector connector = get(id);
        Health health = connectors.health(connector);
        ColumnChange change = connectors.change(connector).orElse(null);
        model.addAttribute("id", id);
        model.addAttribute("name", words.dataset(page, connector.dataset()));
        model.addAttribute("department", words.department(page, connector.department()));
        model.addAttribute("tag", ConnectorWords.state(page, health));
        model.addAttribute("paused", health.pausedBy() != null);
        model.addAttribute("figures", figures(page, connector, health));
        model.addAttribute("course", course(page, connector, health));
        model.addAttribute("open", open(connector));
        model.addAttribute("pushed", connector.source() instanceof Source.Push);
        model.addAttribute("change", change == null ? null : change(page, change));
        model.addAttribute("seen", change == null ? "" : ApproveColumns.seal(change));
        model.addAttribute("needed", change == null ? List.of() : List.copyOf(change.needed()));
        return "office/connector";
    }

    private List<Line> figures(Page page, Connector connector, Health health) {
        return List.of(Line.of(page.t("intake.read"), number(health.read())), Line.of(page.t("intake.written"), number(health.written())),
                Line.of(page.t("intake.rejected"), number(health.rejected())), Line.of(page.t("intake.open"), number(open(connector))),
                Line.of(page.t("intake.rate"), page.t("intake.rate.text", number(Math.round(health.rate())))),
                Line.of(page.t("intake.waits"), ConnectorWords.lag(page, connector, health)));
    }

    private List<Line> course(Page page, Connector connector, Health health) {
        List<Line> lines = new ArrayList<>(List.of(Line.of(page.t("intake.id"), connector.id()), Line.of(page.t("intake.kind"), ConnectorWords.kind(page, connector)),
                Line.of(page.t("intake.looked"), health.looked() == null ? "–" : page.dateTime(health.looked())),
                Line.of(page.t("intake.succeeded"), health.succeeded() == null ? "–" : page.dateTime(health.succeeded()))));
        if (health.failed() != null && health.failure() != null) {
            lines.add(Line.of(page.t("intake.failed"), page.dateTime(health.failed()), ConnectorWords.failure(page, health.failure())));
        }
        if (!health.extra().isEmpty()) {
            lines.add(Line.of(page.t("intake.extra"), String.join(", ", health.extra())));
        }
        return lines;
    }

    private static Table change(Page page, ColumnChange change) {
        List<List<Cell>> rows = new ArrayList<>();
        change.missing().forEach((name, type) -> rows.add(List.of(Cell.of(name), Cell.of(page.t("intake.change.missing")), Cell.of(type))));
        change.changed().forEach((name, types) -> rows.add(List.of(Cell.of(name), Cell.of(page.t("intake.change.changed")), Cell.of(types))));
        change.added().forEach((name, type) -> rows.add(List.of(Cell.of(name), Cell.of(page.t("intake.change.added")), Cell.of(type))));
        change.needed().stream().filter(name -> !change.missing().containsKey(name))
                .forEach(name -> rows.add(List.of(Cell.of(name), Cell.of(page.t("intake.change.missing")), Cell.of("–"))));
        return Table.of(page.t("intake.change.caption"), List.of(Table.words(page.t("intake.change.column")), Table.words(page.t("intake.change.what")),
                Table.words(page.t("intake.change.type"))), rows);
    }

    @PostMapping("/office/connectors/{id}/pause")
    String pause(Page page, Actor actor, @PathVariable String id, RedirectAttributes next) {
        boolean done = desk.perform(actor, acts.pause(), new PauseConnector.Request(get(id).id())) instanceof PauseConnector.Done;
        return back(page, id, next, done ? Flash.done("intake.paused") : Flash.notice("intake.nothing"));
    }

    @PostMapping("/office/connectors/{id}/resume")
    String resume(Page page, Actor actor, @PathVariable String id, RedirectAttributes next) {
        boolean done = desk.perform(actor, acts.resume(), new ResumeConnector.Request(get(id).id())) instanceof ResumeConnector.Done;
        return back(page, id, next, done ? Flash.done("intake.resumed") : Flash.notice("intake.nothing"));
    }

    @PostMapping("/office/connectors/{id}/approve")
    String approve(Page page, Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String seen, RedirectAttributes next) {
        return back(page, id, next, switch (desk.perform(actor, acts.approve(), new ApproveColumns.Request(get(id).id(), seen))) {
            case ApproveColumns.Approved _ -> Flash.done("intake.approved");
            case ApproveColumns.Different _ -> Flash.notice("intake.different");
            case ApproveColumns.Needed _ -> Flash.notice("intake.needed");
        });
    }

    private static String back(Page page, String id, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/connectors/" + id);
    }

    private long open(Connector connector) {
        return rejections.counts(connector.id(), true).values().stream().mapToLong(Long::longValue).sum();
    }

    private Connector get(String id) {
        return connectors.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String number(long number) {
        return "%,d".formatted(number);
    }
}
