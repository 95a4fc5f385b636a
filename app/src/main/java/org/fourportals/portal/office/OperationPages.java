package org.fourportals.portal.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.fourportals.assistant.Phrasing;
import org.fourportals.base.Database;
import org.fourportals.base.Folders;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.centre.Centres;
import org.fourportals.identity.Devices;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.kit.Tag;
import org.fourportals.sharing.DataSetCounts;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The state of the house for those who run it: health, sizes, machines. */
@Controller("office.OperationPages")
@MayCall(Role.OPERATOR)
class OperationPages {

    private static final long MIB = 1 << 20;

    private final HealthEndpoint health;
    private final Database database;
    private final Folders folders;
    private final DataSetCounts counts;
    private final Catalogue catalogue;
    private final Devices devices;
    private final Centres centres;
    private final Phrasing phrasing;

    OperationPages(HealthEndpoint health, Database database, Folders folders, DataSetCounts counts, Catalogue catalogue, Devices devices,
            Centres centres, Phrasing phrasing) {
        this.phrasing = phrasing;
        this.health = health;
        this.database = database;
        this.folders = folders;
        this.counts = counts;
        this.catalogue = catalogue;
        this.devices = devices;
        this.centres = centres;
    }

    @GetMapping("/office/operation")
    String show(Page page, Model model) {
        boolean up = Status.UP.equals(health.health().getStatus());
        model.addAttribute("tag", new Tag(page.t(up ? "office.operation.up" : "office.operation.down"), up ? Tag.Tone.GOOD : Tag.Tone.BAD));
        model.addAttribute("program", program(page));
        model.addAttribute("stores", stores(page));
        List<Devices.Enrolled> machines = devices.list();
        model.addAttribute("machines", machines.isEmpty() ? null : Table.of(page.t("office.operation.machines"), List.of(
                Table.words(page.t("office.operation.machine")), Table.words(page.t("office.operation.centre")),
                Table.words(page.t("office.operation.key"))), machines.stream().map(d -> machine(page, d)).toList()).withoutCaption());
        return "office/operation";
    }

    @PostMapping("/office/operation/count")
    String count(Page page, RedirectAttributes next) {
        counts.countNow();
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("office.operation.counted"));
        return "redirect:" + page.url("/operation");
    }

    private List<Line> program(Page page) {
        Runtime runtime = Runtime.getRuntime();
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return List.of(
                Line.of(page.t("office.operation.version"), Optional.ofNullable(OperationPages.class.getPackage().getImplementationVersion())
                        .orElseGet(() -> page.t("office.operation.unpackaged"))),
                Line.of(page.t("office.operation.uptime"), page.t("office.operation.uptime.text", up.toDays(), up.toHoursPart(), up.toMinutesPart())),
                Line.of(page.t("office.operation.java"), Runtime.version().toString()),
                Line.of(page.t("office.operation.model"), phrasing.fault().map(fault -> page.t("office.operation.model.failed", page.dateTime(fault.at()), fault.what()))
                        .orElseGet(() -> page.t(phrasing.isConfigured() ? "office.operation.model.good" : "office.operation.model.none"))),
                Line.of(page.t("office.operation.memory"), page.t("office.operation.of",
                        mebibytes(runtime.totalMemory() - runtime.freeMemory()), mebibytes(runtime.maxMemory()))));
    }

    private List<Line> stores(Page page) {
        Database.State state = database.state();
        var counted = counts.lastCounted();
        return List.of(
                Line.of(page.t("office.operation.database"), mebibytes(state.bytes()), "PostgreSQL " + state.version()),
                Line.of(page.t("office.operation.pool"), page.t("office.operation.records", "%,d".formatted(counted.total()),
                        counted.byDataset().size(), page.dateTime(counted.asOf()))),
                Line.of(page.t("office.operation.residents"), "%,d".formatted(counted.of("household-register"))),
                Line.of(page.t("office.operation.affairs"), page.t("office.operation.affairs.text", catalogue.affairs().size(),
                        (int) catalogue.affairs().stream().filter(a -> catalogue.findPlan(a.id()).isPresent()).count())),
                Line.of(page.t("office.operation.disk"), mebibytes(free())));
    }

    private List<Cell> machine(Page page, Devices.Enrolled machine) {
        Tag key = machine.revokedAt() == null ? new Tag(page.t("office.operation.key.good"), Tag.Tone.GOOD)
                : new Tag(page.t("office.operation.key.revoked", page.dateTime(machine.revokedAt())), Tag.Tone.QUIET);
        return List.of(Cell.of(machine.id()), Cell.of(centres.find(machine.centre()).map(c -> page.t(c.name())).orElse(machine.centre())),
                Cell.status(key));
    }

    private long free() {
        try {
            return Files.getFileStore(folders.data()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mebibytes(long bytes) {
        return "%,d MiB".formatted(bytes / MIB);
    }
}
