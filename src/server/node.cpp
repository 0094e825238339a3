#include "server/node.h"

#include "server/api/api_routes.h"
#include "server/api/identity_routes.h"
#include "server/api/import/import_routes.h"
#include "server/app/app_pages.h"
#include "server/figures/figure_job_routes.h"
#include "server/identity/entrance.h"
#include "usecase/warning/period_watch.h"
#include "usecase/warning/settling.h"

namespace vigie {

namespace {

/// Why the database cannot be worked with; none when it can.
std::optional<std::string> why_not(Database& database) {
  try {
    const auto theirs = std::chrono::microseconds{database.now()};
    const auto ours = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    return clock_difference(ours - theirs);
  } catch (const DatabaseError& error) {
    return error.what();
  }
}

/// What failed beside the requests: a turn of the upkeep, of the follower, a job.
std::function<void(const std::exception&)> told_in(Log& log, std::string_view what) {
  return [&log, what](const std::exception& error) {
    JsonWriter line = Log::line("warning", what);
    log.tell(std::move(line.field("why", std::string_view{error.what()})));
  };
}

}  // namespace

Node::Node(const ServingTerms& terms, Log& log, Bell& bell,
           std::unique_ptr<OpenedInstallation> opened, std::unique_ptr<KeptZones> zones)
    : log_{log},
      opened_{std::move(opened)},
      identity_{opened_->here(), identity_terms(terms.limits)},
      gate_{identity_},
      openid_{openid_offer(terms.openid, terms.openid_secret_file, identity_, terms.limits, log)},
      kept_zones_{std::move(zones)},
      zones_{*kept_zones_},
      shelf_{documents_, zones_},
      rota_reader_{zones_},
      rotas_{rota_reader_},
      import_reader_{zones_},
      questions_{terms.limits[Limit::questions]},
      streams_{gate_},
      board_{opened_->here(), shelf_, terms.limits},
      settling_{opened_->here(), told_in(log, "settling_failed")},
      reception_{
          answered_from_board(
              all_routes({.api = {.here = opened_->here(),
                                  .identity = identity_,
                                  .shelf = shelf_,
                                  .import_reader = import_reader_,
                                  .questions = questions_,
                                  .closures = closures_,
                                  .streams = streams_,
                                  .delivery = terms.delivery,
                                  .zones = zones_,
                                  .rotas = rotas_,
                                  .board = board_.board,
                                  .facts_heard = [this] { settling_.call(); },
                                  .most_jobs = terms.limits[Limit::jobs_of_account],
                                  .openid = openid_ ? &openid_->door : nullptr},
                          .probes = {.gauges = gauges_,
                                     .checks = {{.name = "database",
                                                 .why_not =
                                                     [this] {
                                                       return why_not(opened_->here().database);
                                                     }}},
                                     .metrics_page = [this] { return metrics_page(); }},
                          .documentation = documentation_routes(terms.limits)}),
              board_),
          {.limits = terms.limits,
           .log = log,
           .language = terms.language,
           .gate = [this](const Request& request) { return caller_of(gate_, request); },
           .pages = app_page}},
      server_{{.limits = terms.limits,
               .application = reception_,
               .gauges = gauges_,
               .workers = terms.workers}},
      jobs_{opened_->here(), {.works = works(terms.limits), .failed = told_in(log, "job_failed")}},
      post_office_{{.here = opened_->here(),
                    .terms = terms.delivery,
                    .limits = terms.limits,
                    .zones = zones_,
                    .failed = told_in(log, "delivering_failed")}},
      timekeeper_{
          warnings(),
          {.made = [this] { post_office_.call(); }, .failed = told_in(log, "timekeeping_failed")}},
      follower_{{.here = opened_->here(),
                 .hub = server_.hub(),
                 .streams = streams_,
                 .board = board_.board,
                 .bell = bell,
                 .limits = terms.limits,
                 .heard =
                     [this] {
                       jobs_.call();
                       timekeeper_.call();
                       post_office_.call();
                     },
                 .failed = told_in(log, "following_failed")}},
      hints_{listen_for_seals(terms.installation.database, [&bell] { bell.ring(); })},
      upkeep_{opened_->here(), told_in(log, "upkeep_failed")} {}

/// What each kind of job does.
JobWorks Node::works(const Limits& limits) {
  JobWorks works;
  add_import_works(works, {.reader = import_reader_,
                           .shelf = shelf_,
                           .most_rows = static_cast<std::uint64_t>(limits[Limit::import_rows])});
  const FiguresParts figures{opened_->here(), shelf_, questions_, closures_};
  add_figure_works(works, figures);
  works[JobKind::open_tickets_settling] = [this](JobAtWork& at_work) {
    return settle_open_tickets(at_work, warnings());
  };
  works[JobKind::period_watch] = [this, figures](JobAtWork& at_work) {
    return watch_periods(at_work, warnings(), figures);
  };
  return works;
}

std::string Node::metrics_page() const {
  return reception_.metrics().page(gauges_, server_.waiting(), log_.dropped());
}

}  // namespace vigie
