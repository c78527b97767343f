package jp.michishirube.consent.rule;

import java.util.List;
import java.util.Optional;
import jp.michishirube.problem.FieldProblem;

/** Who may sign for whom, as the municipality's policy says. */
public final class Signers {

    private Signers() {}

    public static void check(ConsentPolicy policy, GivenBy by, String name, String relation, String ground, List<FieldProblem> wrong) {
        if (by == null) {
            wrong.add(new FieldProblem("givenBy", "giver-required"));
            return;
        }
        Optional<ConsentPolicy.Signer> signer = policy.maySign().stream().filter(s -> s.givenBy() == by).findFirst();
        if (signer.isEmpty()) {
            wrong.add(new FieldProblem("givenBy", "may-not-sign"));
            return;
        }
        if (by == GivenBy.SELF) {
            return;
        }
        required("giverName", "giver-name-required", name, wrong);
        if (required("relation", "relation-required", relation, wrong) && !signer.get().relations().isEmpty()
                && !signer.get().relations().contains(relation.strip())) {
            wrong.add(new FieldProblem("relation", "may-not-sign"));
        }
        if (signer.get().needsGround()) {
            required("giverGround", "giver-ground-required", ground, wrong);
        }
    }

    private static boolean required(String field, String kind, String value, List<FieldProblem> wrong) {
        boolean there = value != null && !value.isBlank();
        if (!there) {
            wrong.add(new FieldProblem(field, kind));
        }
        return there;
    }
}
