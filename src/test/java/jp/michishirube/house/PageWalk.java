package jp.michishirube.house;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that can be read, with the planted people's keys in it. Read from the product: a new page is in here by itself. */
final class PageWalk {

    /** Reads, though they are posted: what they ask for stands in no address. */
    private static final Set<String> POSTED = Set.of("/affected", "/affected.csv");

    /** Before the place in the page of lists, which alone tells the id, and each person another. */
    private static final String READER = "reader-";

    private final MockMvc mvc;
    private final Set<String> patterns;

    PageWalk(MockMvc mvc, RequestMappingHandlerMapping mapping) {
        this.mvc = mvc;
        this.patterns = mapping.getHandlerMethods().keySet().stream()
                .filter(i -> i.getMethodsCondition().getMethods().isEmpty() || i.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(i -> i.getPatternValues().stream()).filter(p -> !p.startsWith("/v3/api-docs") && !p.startsWith("/swagger-ui") && !p.equals("/error"))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    record Read(int status, String type, String text) {}

    /**
     * @param event   in which the people's 町 is asked
     * @param batches of printed plans, made beforehand
     */
    List<String> addresses(Planted.People people, long disaster, long event, List<Long> batches) {
        Set<String> all = new LinkedHashSet<>();
        POSTED.forEach(p -> all.add(p + "?from=" + LocalDate.now().minusDays(1) + "T00:00&until=" + LocalDate.now().plusDays(2) + "T00:00"));
        for (String pattern : patterns) {
            if (pattern.matches(".*\\{(number|caseNumber|n)}.*")) {
                people.all().forEach(s -> all.addAll(of(pattern.replaceAll("\\{(number|caseNumber|n)}", s.file().number().value()), people, disaster, event, batches)));
            } else {
                all.addAll(of(pattern, people, disaster, event, batches));
            }
        }
        return new ArrayList<>(all);
    }

    /** A list too long for its first page is narrowed to the planted people; what a page cannot do without is added. */
    private static List<String> of(String pattern, Planted.People people, long disaster, long event, List<Long> batches) {
        return switch (pattern) {
            case "/inbox", "/inbox.csv", "/api/v1/tasks" -> List.of(pattern, pattern + "?tab=office&q=" + people.word(), pattern + "?tab=waiting&q=" + people.word());
            case "/roster/entries" -> List.of(pattern, pattern + "?q=" + people.word());
            case "/approvals" -> people.all().stream().map(s -> pattern + "?case=" + s.file().number()).toList();
            case "/inbox/take-over" -> List.of(pattern + "?task=" + people.task());
            case "/inbox/{taskId}/take-over" -> List.of("/inbox/" + people.task() + "/take-over");
            case "/prints/readers/{reader}/list.pdf", "/prints/readers/{reader}/list.csv" -> List.of(pattern.replace("{reader}", READER + 0), pattern.replace("{reader}", READER + 1));
            default -> keyed(pattern, people, disaster, event, batches);
        };
    }

    private static List<String> keyed(String pattern, Planted.People people, long disaster, long event, List<Long> batches) {
        if (pattern.startsWith("/roster/imports/") || pattern.startsWith("/api/v1/roster-imports/")) {
            return List.of(filled(pattern, people.preview()), filled(pattern, people.mapping()));
        }
        if (pattern.startsWith("/roster/entries/")) {
            return people.all().stream().map(s -> filled(pattern, s.entry())).toList();
        }
        if (pattern.startsWith("/prints/batches/")) {
            return batches.stream().map(b -> filled(pattern, b)).toList();
        }
        if (pattern.matches("(/api/v1)?/events/\\{.*")) {
            String here = filled(pattern, event);
            return List.of(here, here + "?area=青葉町");
        }
        return List.of(filled(pattern, pattern.startsWith("/disasters/") ? disaster : pattern.contains("/sharing/") ? people.delivery()
                : pattern.contains("/consents/") ? people.record() : 1));
    }

    private static String filled(String pattern, long id) {
        return pattern.replaceAll("\\{\\w+:(\\w+)\\|[^/}]*}", "$1").replace("{holder}", "CITY_OS").replace("{act}", "reply")
                .replaceAll("\\{[^/]*}", String.valueOf(id)).replace("**", "x");
    }

    Read read(String address, RequestPostProcessor who) throws Exception {
        UriComponents asked = UriComponentsBuilder.fromUriString(address.contains(READER) ? ofReader(address, who) : address).build();
        boolean posted = asked.getQuery() != null && POSTED.contains(asked.getPath());
        MockHttpServletResponse answer = mvc.perform((posted ? post(asked.getPath()).params(asked.getQueryParams()) : get(asked.encode().toUri())).with(who).with(csrf()))
                .andReturn().getResponse();
        String type = answer.getContentType() == null ? "" : answer.getContentType();
        byte[] body = answer.getContentAsByteArray();
        return new Read(answer.getStatus(), type, type.startsWith("application/pdf") ? pdf(body) : new String(body, StandardCharsets.UTF_8));
    }

    private String ofReader(String address, RequestPostProcessor who) throws Exception {
        int place = Integer.parseInt(address.replaceAll(".*" + READER + "(\\d+).*", "$1"));
        List<String> ids = Pattern.compile("/prints/readers/([^/\"]+)/list.pdf").matcher(mvc.perform(get("/prints/readers").with(who)).andReturn().getResponse().getContentAsString())
                .results().map(m -> m.group(1)).toList();
        return place < ids.size() ? address.replace(READER + place, ids.get(place)) : address;
    }

    private static String pdf(byte[] body) throws Exception {
        try (var document = Loader.loadPDF(body)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
