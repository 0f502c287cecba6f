"""The application, made of its settings and a service."""

from flask import Flask

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web import observation, problems
from quoteservice.web.batch import batch_routes
from quoteservice.web.contract import contract_routes
from quoteservice.web.docs import docs_routes
from quoteservice.web.health import health_routes
from quoteservice.web.operation.setup import operated
from quoteservice.web.page import page_routes
from quoteservice.web.quotes import quotes_routes
from quoteservice.web.verify import verify_routes


def create_app(settings: Settings, service: Service) -> Flask:
    """A WSGI application that answers from `service` within the limits of `settings`; raises SettingInvalid."""
    app = Flask("quoteservice", static_folder=None)
    app.url_map.merge_slashes = False
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    observation.register(app)
    problems.register(app)
    service = operated(app, settings, service)
    app.register_blueprint(quotes_routes(settings, service))
    app.register_blueprint(batch_routes(settings, service))
    app.register_blueprint(verify_routes(settings, service))
    app.register_blueprint(health_routes(service))
    app.register_blueprint(contract_routes(settings))
    app.register_blueprint(docs_routes())
    app.register_blueprint(page_routes())
    return app
