package jp.michishirube.casefile.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.WhoAmI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whose turn it is in a case and what the system does meanwhile, for the person who looks. */
@Component
class WhatNext {

    /** Background nodes that have words of their own, {@code case.doing.<node>}. */
    private static final List<String> NODES = List.of("CollectLinkedFacts", "CheckCompleteness", "SealApprovedPlan", "SharePlan");

    private final CaseProcess process;
    private final CaseSteps steps;
    private final ObjectProvider<CaseDoing> rooms;
    private final WhoAmI who;

    WhatNext(CaseProcess process, CaseSteps steps, ObjectProvider<CaseDoing> rooms, WhoAmI who) {
        this.process = process;
        this.steps = steps;
        this.rooms = rooms;
        this.who = who;
    }

    /** @param mine whether who looks may do it; else only whose turn it is is said */
    record Work(Step step, CaseSteps.Party party, boolean mine) {}

    /**
     * @param doing what the system does, as message keys; empty when it waits for people or has ended
     * @param mark  changes when any of this does, and tells nothing of the resident
     */
    record Now(List<Work> mine, List<Work> others, List<String> doing, boolean rests, String mark) {

        public boolean isQuiet() {
            return mine.isEmpty() && others.isEmpty() && doing.isEmpty() && !rests;
        }
    }

    Now of(CaseFile file) {
        Set<Step> open = new TreeSet<>(process.openSteps(file.id()));
        boolean rests = process.rests(file.id());
        List<String> doing = new ArrayList<>();
        // A look at the way stands beside the plan's own life: while it alone is open, that life may still go on in the background.
        boolean idle = !rests && open.stream().allMatch(s -> s == Step.CHECK_WAY) && (!file.state().isEnded() || file.state().isInForce());
        Set<String> nodes = idle ? process.currentNodes(file.id()) : Set.of();
        if (idle && (!file.state().isEnded() || !nodes.isEmpty())) {
            doing.add("case.doing." + NODES.stream().filter(nodes::contains).findFirst().orElse("other"));
        }
        rooms.orderedStream().flatMap(r -> r.of(file.id()).stream()).distinct().forEach(doing::add);
        List<Work> work = open.stream().map(this::work).toList();
        return new Now(work.stream().filter(Work::mine).toList(), work.stream().filter(w -> !w.mine()).toList(), doing, rests,
                String.join("+", Stream.of(Stream.of(file.state().name()), open.stream().map(Step::name), doing.stream()).flatMap(s -> s).toList()));
    }

    private Work work(Step step) {
        return new Work(step, steps.party(step), steps.workers(step).stream().anyMatch(who.me()::has));
    }
}
