package org.yinxin.app.commandline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.custodian.CustodianDuty;

/** What the program is asked to do. */
public sealed interface Command
        permits Command.Serve,
                Command.Status,
                Command.Demo,
                Command.Agent,
                Command.Plans,
                Command.Profiles,
                Command.Ca,
                CustodyCommand,
                Command.Prepare,
                Command.Rehearse,
                Command.Help {

    /**
     * Run the hall.
     *
     * @param port where it listens; 0 takes a free one
     * @param address the local address it binds
     * @param data the folder of everything that is kept
     * @param database a server outside; {@code null} for the embedded one
     * @param production the file of the settings of a real hall; {@code null} for a demonstration
     * @param daysAhead how many days the clock of a demonstration runs ahead of this computer's; 0 in a real hall
     */
    record Serve(
            int port,
            String address,
            Path data,
            @Nullable OutsideDatabase database,
            @Nullable Path production,
            int daysAhead)
            implements Command {}

    /**
     * Answer questions about the status of certificates and do nothing else.
     *
     * @param port where it listens; 0 takes a free one
     * @param address the local address it binds
     * @param database whose user may read what the status service tells
     * @param keys the folder of the responders' keys
     * @param ahead whether answers are kept and served again
     */
    record Status(int port, String address, OutsideDatabase database, Path keys, boolean ahead)
            implements Command {}

    /**
     * A PostgreSQL server that somebody else runs.
     *
     * @param user for a hall, one who may make roles and schemas
     * @param passwordFile holds that user's password and nothing else
     */
    record OutsideDatabase(String url, String user, Path passwordFile) {}

    /**
     * Walk one application from sign-in to a certificate on a throw-away hall.
     *
     * @param plan the plan's code; {@code null} for the first that is offered
     * @param business the business's code; {@code null} for the plan's first
     * @param out where the certificates are written
     * @param keep whether the hall goes on afterwards
     */
    record Demo(@Nullable String plan, @Nullable String business, Path out, boolean keep)
            implements Command {}

    /** Run the key agent on this computer, with its own arguments. */
    record Agent(List<String> arguments) implements Command {
        public Agent {
            arguments = List.copyOf(arguments);
        }
    }

    /** Look at service plans; nothing is started and nothing released. */
    sealed interface Plans extends Command {

        /**
         * Say what is wrong with these files.
         *
         * @param files at least one
         */
        record Check(List<Path> files) implements Plans {
            public Check {
                files = List.copyOf(files);
            }
        }

        /** Name the plans that are packaged with the hall. */
        record ListAll() implements Plans {}

        /**
         * Draw one plan.
         *
         * @param plan a plan's code or a file
         * @param svg where a drawing is written; {@code null} for none
         */
        record Show(String plan, @Nullable Path svg) implements Plans {}

        /** Say in sentences what changed from one plan to the other; each is a plan's code or a file. */
        record Diff(String before, String after) implements Plans {}
    }

    /** Look at certificate profiles; nothing is started and nothing put on record. */
    sealed interface Profiles extends Command {

        /**
         * Say what is wrong with these files.
         *
         * @param files at least one
         */
        record Check(List<Path> files) implements Profiles {
            public Check {
                files = List.copyOf(files);
            }
        }

        /**
         * Name the profiles that there are.
         *
         * @param folder of the installation's own; {@code null} for none
         */
        record ListAll(@Nullable Path folder) implements Profiles {}

        /**
         * Say what one profile makes certificates say.
         *
         * @param profile its name
         * @param folder of the installation's own; {@code null} for none
         */
        record Show(String profile, @Nullable Path folder) implements Profiles {}
    }

    /** Look after the authorities of a hall. */
    sealed interface Ca extends Command {

        /** The hall whose authorities they are. */
        Serve hall();

        /**
         * Who says to be a custodian.
         *
         * @param secretFile where the secret is; {@code null} to ask for it
         */
        record Claimant(String name, @Nullable Path secretFile) {}

        /** Look after those of whom two together do what nobody may do alone. */
        sealed interface Custodians extends Ca {

            /**
             * Add one and tell the secret, once.
             *
             * @param by two others of the same duty; empty for the first two
             */
            record Add(Serve hall, String name, CustodianDuty duty, List<Claimant> by)
                    implements Custodians {
                public Add {
                    by = List.copyOf(by);
                }
            }

            /** Name them all. */
            record ListAll(Serve hall) implements Custodians {}

            /** Let one act no more. */
            record Close(Serve hall, String name, List<Claimant> by) implements Custodians {
                public Close {
                    by = List.copyOf(by);
                }
            }
        }

        /** Make, roll over and retire authorities; each takes two custodians. */
        sealed interface Hierarchy extends Ca {

            /** Make what a file defines, below a root that there is when it names one. */
            record Create(Serve hall, Path definition, List<Claimant> by) implements Hierarchy {
                public Create {
                    by = List.copyOf(by);
                }
            }

            /** Say which there are. */
            record ListAll(Serve hall) implements Hierarchy {}

            /** Give one a new key. */
            record Roll(Serve hall, String authority, List<Claimant> by) implements Hierarchy {
                public Roll {
                    by = List.copyOf(by);
                }
            }

            /** Let one certify no more. */
            record Retire(Serve hall, String authority, String reason, List<Claimant> by)
                    implements Hierarchy {
                public Retire {
                    by = List.copyOf(by);
                }
            }
        }

        /**
         * Look again at what was issued.
         *
         * @param hall where it is kept
         * @param from the first day, in China; {@code null} for the beginning
         * @param until the last day; {@code null} for no end
         */
        record Check(Serve hall, @Nullable LocalDate from, @Nullable LocalDate until)
                implements Ca {}

        /** Look after the machines that may enrol by themselves. */
        sealed interface Machines extends Ca {

            /**
             * Register one and tell its secret, once.
             *
             * @param authority the code of the authority that will certify it
             * @param subject such as {@code C=CN,O=...,CN=...}
             * @param organisation whether its certificates sign for an organisation; they are a device's otherwise
             * @param organisationCode what they say as 1.2.156.10260.4.1.4; {@code null} for nothing
             * @param hosts the names of a device in the network
             * @param days how long each is valid
             * @param most how many it may have in all
             * @param until the last day, in China, on which it may enrol; {@code null} for a year from now
             */
            record Add(
                    Serve hall,
                    String authority,
                    String name,
                    String subject,
                    boolean organisation,
                    @Nullable String organisationCode,
                    List<String> hosts,
                    int days,
                    int most,
                    @Nullable LocalDate until)
                    implements Machines {
                public Add {
                    hosts = List.copyOf(hosts);
                }
            }

            /** Name them all. */
            record ListAll(Serve hall) implements Machines {}

            /** Let one in no more. */
            record Close(Serve hall, String name) implements Machines {}
        }
    }

    /**
     * Do ahead what every first start of a demonstration does.
     *
     * @param out the folder that is written to
     */
    record Prepare(Path out) implements Command {}

    /** Start and end once, so that the Java VM can note what a start needs. */
    record Rehearse() implements Command {}

    /** Say what can be asked for. */
    record Help() implements Command {}
}
