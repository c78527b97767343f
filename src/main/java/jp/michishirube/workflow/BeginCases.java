package jp.michishirube.workflow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.StepOpened;
import jp.michishirube.consent.rule.Gate;
import jp.michishirube.inbox.WorkItems;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Starts many processes in one command of the engine. Each command ends with a flush of what it changed: one flush for a hundred cases
 * sends a hundred rows of each table in one batch, where a hundred commands would send each row by itself.
 */
@Component
class BeginCases {

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Gate gate;
    private final WorkItems items;
    private final Beginning beginning;
    private final ApplicationEventPublisher events;

    BeginCases(ProcessEngineConfigurationImpl engine, RuntimeService runtime, RepositoryService repository, Gate gate, WorkItems items,
            Beginning beginning, ApplicationEventPublisher events) {
        this.engine = engine;
        this.runtime = runtime;
        this.repository = repository;
        this.gate = gate;
        this.items = items;
        this.beginning = beginning;
        this.events = events;
    }

    /** Within the caller's transaction. */
    void begin(List<CaseFile> cases) {
        Map<CaseId, CaseFile> files = cases.stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
        List<WorkItems.Opened> opened = beginning.during(files, gate.creation(cases),
                () -> engine.getCommandExecutorTxRequired().execute(context -> start(cases)));
        if (!opened.isEmpty()) {
            items.openFirst(opened);
        }
        opened.forEach(o -> events.publishEvent(new StepOpened(o.caseFile().id(), o.step(), null)));
    }

    private Void start(List<CaseFile> cases) {
        String newest = repository.createProcessDefinitionQuery().processDefinitionKey(EngineCaseProcess.PROCESS).latestVersion()
                .singleResult().getId();
        cases.forEach(c -> runtime.startProcessInstanceById(newest, EngineCaseProcess.key(c.id()), Map.of("caseId", c.id().value())));
        return null;
    }
}
