#include <thread>

#include "engine/base/require.h"
#include "notation/json/json_fields.h"
#include "server/figures/answer_bodies.h"
#include "server/figures/figure_job_routes.h"

namespace vigie {

namespace {

/// What a route wrote down.
template <class Question>
Question question_of(const JobRow& row) {
  JsonRoad road;
  auto question = read_json<Question>(row.question, road);
  ensure(question.has_value(), "a question that was kept can be read");
  return *std::move(question);
}

/// Waits its turn, as long as the job is wanted.
Questions::Place place_for(const JobAtWork& at_work, Questions& questions) {
  while (true) {
    at_work.check();
    auto place = questions.take_place();
    if (place) return *std::move(place);
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
}

TellProgress told_by(JobAtWork& at_work) {
  return [&at_work](std::uint64_t done, std::uint64_t total) {
    at_work.tell(static_cast<std::int64_t>(done), static_cast<std::int64_t>(total));
  };
}

Outcome<std::string> evaluate_job(JobAtWork& at_work, const FiguresParts& parts) {
  const auto question = question_of<KeptEvaluation>(at_work.row());
  auto read = asked_by(question.asked);
  if (!read) return read.error();
  FiguresAsked asked = *std::move(read);
  asked.with_amounts = question.with_amounts;
  const auto place = place_for(at_work, parts.questions);
  const auto made = figures_in_place(parts, at_work.caller(), asked, told_by(at_work));
  if (!made) return made.error();
  return scorecard_body(*made);
}

Outcome<std::string> what_if_job(JobAtWork& at_work, const FiguresParts& parts) {
  const auto question = question_of<WhatIfQuestion>(at_work.row());
  const auto asked = asked_by(question);
  if (!asked) return asked.error();
  const auto place = place_for(at_work, parts.questions);
  const auto made = what_if_in_place(parts, at_work.caller(), *asked, told_by(at_work));
  if (!made) return made.error();
  return what_if_body(question, *asked, *made);
}

}  // namespace

void add_figure_works(JobWorks& works, const FiguresParts& parts) {
  works[JobKind::evaluation] = [parts](JobAtWork& at_work) { return evaluate_job(at_work, parts); };
  works[JobKind::what_if] = [parts](JobAtWork& at_work) { return what_if_job(at_work, parts); };
}

}  // namespace vigie
