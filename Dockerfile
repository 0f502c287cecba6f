# docker build -t quoteservice .                                    the embedded model
# docker build -t quoteservice --build-arg MODEL=hu_core_news_lg .  a HuSpaCy model baked in
FROM python:3.11.13-slim-bookworm AS build
ARG MODEL=""
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY quoteservice ./quoteservice
RUN if [ -n "$MODEL" ]; then python -m quoteservice model install "$MODEL"; fi

FROM build AS compiled
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev
COPY requirements-dev.txt ./
RUN pip install --constraint requirements-dev.txt mypy
COPY tools ./tools
RUN python tools/compile.py /compiled && python -m compileall -q /compiled

FROM python:3.11.13-slim-bookworm
ARG MODEL=""
ENV PATH=/opt/venv/bin:$PATH PYTHONPATH=/app PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
ENV QUOTESERVICE_BIND=0.0.0.0:8000 QUOTESERVICE_MODEL=$MODEL
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin quoteservice
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY openapi.yaml LICENSE ./
COPY --from=compiled /compiled ./
USER quoteservice
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=15s --start-period=30s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/ready', timeout=14)"]
CMD ["gunicorn", "--config", "python:quoteservice.web.gunicorn_conf"]
