#include "usecase/notice/postman.h"

#include <algorithm>

namespace vigie {

Postman::Postman(Installation& here, PostTerms terms) : here_{here}, terms_{std::move(terms)} {
  for (const PostLine& line : terms_.lines) {
    channels_.push_back(std::make_unique<Channel>(Channel{.line = line}));
  }
  for (const auto& channel : channels_) {
    threads_.emplace_back([this, &of = *channel] { look(of); });
    for (std::int64_t i = 1; i < channel->line.senders; ++i) {
      threads_.emplace_back([this, &of = *channel] { come(of); });
    }
  }
}

Postman::~Postman() {
  {
    const std::scoped_lock lock{mutex_};
    stops_ = true;
  }
  called_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Postman::call() {
  {
    const std::scoped_lock lock{mutex_};
    ++calls_;
  }
  called_.notify_all();
}

void Postman::look(Channel& channel) {
  const auto carrier = channel.line.carrier(stops_);
  while (!stops_) {
    std::uint64_t heard = 0;
    {
      const std::scoped_lock lock{mutex_};
      heard = calls_;
    }
    std::chrono::milliseconds wait = std::chrono::seconds{1};  // after what throws
    try {
      wait = until_next(channel.line.channel);
      if (wait.count() == 0) {
        if (round(channel.line, *carrier) >= channel.line.terms.batch) ask_for_more(channel);
        continue;
      }
    } catch (const std::exception& error) {
      if (terms_.failed) terms_.failed(error);
    }
    std::unique_lock lock{mutex_};
    called_.wait_for(lock, wait, [&] { return stops_ || calls_ != heard; });
  }
}

void Postman::come(Channel& channel) {
  std::unique_ptr<Carrier> carrier;
  std::uint64_t heard = 0;
  while (!stops_) {
    {
      std::unique_lock lock{mutex_};
      called_.wait(lock, [&] { return stops_ || channel.more != heard; });
      heard = channel.more;
    }
    try {
      if (!carrier) carrier = channel.line.carrier(stops_);
      while (!stops_ && round(channel.line, *carrier) > 0) {
      }
    } catch (const std::exception& error) {
      if (terms_.failed) terms_.failed(error);
    }
  }
}

void Postman::ask_for_more(Channel& channel) {
  {
    const std::scoped_lock lock{mutex_};
    ++channel.more;
  }
  called_.notify_all();
}

/// Zero: something is due.
std::chrono::milliseconds Postman::until_next(NoticeChannel channel) {
  std::optional<Instant> next;
  here_.database.read([&](Connection& rows) { next = next_delivery(rows, channel); });
  if (!next) return terms_.poll;
  const Duration wait = *next - Instant{Duration{here_.database.now()}};
  if (wait.count() <= 0) return {};
  return std::min(terms_.poll, std::chrono::ceil<std::chrono::milliseconds>(wait));
}

std::int64_t Postman::round(const PostLine& line, Carrier& carrier) {
  return deliver_some(here_, line.channel, carrier, line.terms, stops_);
}

}  // namespace vigie
