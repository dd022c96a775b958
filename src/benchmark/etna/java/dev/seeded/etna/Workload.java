package dev.seeded.etna;

import static dev.seeded.etna.Property.of;

import java.util.List;

/** One of the programs that are tested, with its faults and its properties. */
enum Workload {
    BST(SearchTreeTests.class, SearchTrees.Mutant.values()) {
        @Override
        List<Property> properties(String mutant) {
            var properties = new SearchTreeProperties(new SearchTrees(SearchTrees.Mutant.valueOf(mutant)));
            return List.of(
                    of("insertValid", Inputs::searchTree, Inputs::number, Inputs::flag, properties::insertValid),
                    of("deleteValid", Inputs::searchTree, Inputs::number, properties::deleteValid),
                    of("unionValid", Inputs::searchTree, Inputs::searchTree, properties::unionValid),
                    of(
                            "insertPost",
                            Inputs::searchTree,
                            Inputs::number,
                            Inputs::number,
                            Inputs::flag,
                            properties::insertPost),
                    of("deletePost", Inputs::searchTree, Inputs::number, Inputs::number, properties::deletePost),
                    of("unionPost", Inputs::searchTree, Inputs::searchTree, Inputs::number, properties::unionPost),
                    of("insertModel", Inputs::searchTree, Inputs::number, Inputs::flag, properties::insertModel),
                    of("deleteModel", Inputs::searchTree, Inputs::number, properties::deleteModel),
                    of("unionModel", Inputs::searchTree, Inputs::searchTree, properties::unionModel),
                    of(
                            "insertInsert",
                            Inputs::searchTree,
                            Inputs::number,
                            Inputs::number,
                            Inputs::flag,
                            Inputs::flag,
                            properties::insertInsert),
                    of(
                            "insertDelete",
                            Inputs::searchTree,
                            Inputs::number,
                            Inputs::number,
                            Inputs::flag,
                            properties::insertDelete),
                    of(
                            "insertUnion",
                            Inputs::searchTree,
                            Inputs::searchTree,
                            Inputs::number,
                            Inputs::flag,
                            properties::insertUnion),
                    of(
                            "deleteInsert",
                            Inputs::searchTree,
                            Inputs::number,
                            Inputs::number,
                            Inputs::flag,
                            properties::deleteInsert),
                    of("deleteDelete", Inputs::searchTree, Inputs::number, Inputs::number, properties::deleteDelete),
                    of("deleteUnion", Inputs::searchTree, Inputs::searchTree, Inputs::number, properties::deleteUnion),
                    of(
                            "unionDeleteInsert",
                            Inputs::searchTree,
                            Inputs::searchTree,
                            Inputs::number,
                            Inputs::flag,
                            properties::unionDeleteInsert),
                    of("unionUnionIdem", Inputs::searchTree, properties::unionUnionIdem),
                    of(
                            "unionUnionAssoc",
                            Inputs::searchTree,
                            Inputs::searchTree,
                            Inputs::searchTree,
                            properties::unionUnionAssoc));
        }
    },

    RBT(RedBlackTests.class, RedBlackTrees.Mutant.values()) {
        @Override
        List<Property> properties(String mutant) {
            var properties = new RedBlackProperties(new RedBlackTrees(RedBlackTrees.Mutant.valueOf(mutant)));
            return List.of(
                    of("insertValid", Inputs::redBlackTree, Inputs::number, Inputs::number, properties::insertValid),
                    of("deleteValid", Inputs::redBlackTree, Inputs::number, properties::deleteValid),
                    of(
                            "insertPost",
                            Inputs::redBlackTree,
                            Inputs::number,
                            Inputs::number,
                            Inputs::number,
                            properties::insertPost),
                    of("deletePost", Inputs::redBlackTree, Inputs::number, Inputs::number, properties::deletePost),
                    of("insertModel", Inputs::redBlackTree, Inputs::number, Inputs::number, properties::insertModel),
                    of("deleteModel", Inputs::redBlackTree, Inputs::number, properties::deleteModel),
                    of(
                            "insertInsert",
                            Inputs::redBlackTree,
                            Inputs::number,
                            Inputs::number,
                            Inputs::number,
                            Inputs::number,
                            properties::insertInsert),
                    of(
                            "insertDelete",
                            Inputs::redBlackTree,
                            Inputs::number,
                            Inputs::number,
                            Inputs::number,
                            properties::insertDelete),
                    of(
                            "deleteInsert",
                            Inputs::redBlackTree,
                            Inputs::number,
                            Inputs::number,
                            Inputs::number,
                            properties::deleteInsert),
                    of("deleteDelete", Inputs::redBlackTree, Inputs::number, Inputs::number, properties::deleteDelete));
        }
    },

    STLC(ReductionTests.class, Reduction.Mutant.values()) {
        @Override
        List<Property> properties(String mutant) {
            var properties = new ReductionProperties(new Reduction(Reduction.Mutant.valueOf(mutant)));
            return List.of(
                    of("singlePreserve", Inputs::term, properties::singlePreserve),
                    of("multiPreserve", Inputs::term, properties::multiPreserve));
        }
    };

    private final Class<?> tests;
    private final List<String> mutants;

    Workload(Class<?> tests, Enum<?>[] mutants) {
        this.tests = tests;
        this.mutants = List.of(mutants).stream().map(Enum::name).toList();
    }

    /** Returns the class with the properties as tests, in which {@code etna.mutant} names the fault. */
    Class<?> tests() {
        return tests;
    }

    /** Returns the names of the faults, after {@code NONE}. */
    List<String> mutants() {
        return mutants;
    }

    abstract List<Property> properties(String mutant);
}
