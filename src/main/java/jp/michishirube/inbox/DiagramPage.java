package jp.michishirube.inbox;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.casefile.Step;
import jp.michishirube.municipality.Folders;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/** The process model with the case's place in it, and the steps it took with their days. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
class DiagramPage {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final CaseAccess access;
    private final CaseProcess process;
    private final Folders folders;
    private final JdbcClient jdbc;

    DiagramPage(CaseAccess access, CaseProcess process, Folders folders, JdbcClient jdbc) {
        this.access = access;
        this.process = process;
        this.folders = folders;
        this.jdbc = jdbc;
    }

    @Bean
    static CaseTab diagramTab() {
        return new CaseTab(CaseTab.Group.RECORD, 90, "diagram", "tab.diagram", Set.of());
    }

    private static final Pattern NAMED = Pattern.compile("(<bpmn:(?!message)\\w+ id=\"(\\w+)\" name=\")[^\"]*\"");

    record Past(Step step, String who, LocalDate from, LocalDate to, long days) {}

    @GetMapping("/cases/{number}/diagram")
    String diagram(@PathVariable CaseNumber number, Model model) {
        CaseFile caseFile = access.open(number, "diagram");
        List<Past> past = jdbc.sql("""
                select p.step, coalesce(m.name, '') who, p.created_at, p.ended_at from inbox.past_item p
                left join organization.person m on m.id = p.assignee where p.case_id = ? order by p.ended_at
                """).param(caseFile.id().value()).query((rs, n) -> {
                    LocalDate from = rs.getObject("created_at", OffsetDateTime.class).atZoneSameInstant(TOKYO).toLocalDate();
                    LocalDate to = rs.getObject("ended_at", OffsetDateTime.class).atZoneSameInstant(TOKYO).toLocalDate();
                    return new Past(Step.valueOf(rs.getString("step")), rs.getString("who"), from, to, ChronoUnit.DAYS.between(from, to));
                }).list();
        model.addAttribute("caseFile", caseFile);
        Set<String> now = process.currentNodes(caseFile.id());
        model.addAttribute("model", caseFile.state().isInForce() && !now.isEmpty() ? "plan-renewal" : "evacuation-plan");
        model.addAttribute("now", List.copyOf(now));
        model.addAttribute("past", past);
        model.addAttribute("pastNodes", past.stream().map(p -> p.step().nodeId()).distinct().collect(Collectors.joining(" ")));
        model.addAttribute("durations", past.stream().collect(Collectors.groupingBy(p -> p.step().nodeId(), TreeMap::new, Collectors.summingLong(Past::days)))
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" ")));
        return "inbox/diagram";
    }

    /** The model itself holds no data of any case; everyone signed in may see how the work goes, in the page's own language. */
    @GetMapping("/models/{name:evacuation-plan|plan-renewal}.bpmn")
    ResponseEntity<String> model(@PathVariable String name, Locale locale) throws IOException {
        String model = folders.text("processes/" + name + ".bpmn");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).header("Cache-Control", "no-cache")
                .body(Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english(name, model) : model);
    }

    private String english(String name, String model) throws IOException {
        Properties names = new Properties();
        names.load(new StringReader(folders.text("processes/" + name + "_en.properties")));
        return NAMED.matcher(model).replaceAll(m -> Matcher.quoteReplacement(m.group(1) + HtmlUtils.htmlEscape(names.getProperty(m.group(2), "")) + "\""));
    }
}
